package studio.parley.convert.safetensors;

/** One tensor as the header describes it; {@code begin} (inclusive) and {@code end} are places of bytes. */
public record Entry(String name, Dtype dtype, long[] shape, long begin, long end) {
    public Entry {
        shape = shape.clone();
    }

    Entry moved(long bytes) {
        return new Entry(name, dtype, shape, begin + bytes, end + bytes);
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    /** Number of values. */
    public long count() {
        return (end - begin) / dtype.bytes();
    }
}
