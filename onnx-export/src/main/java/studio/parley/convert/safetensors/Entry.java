package studio.parley.convert.safetensors;

/** One tensor as the header describes it; {@code begin} (inclusive) and {@code end} count bytes from the start of the data. */
public record Entry(String name, Dtype dtype, long[] shape, long begin, long end) {
    public Entry {
        shape = shape.clone();
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
