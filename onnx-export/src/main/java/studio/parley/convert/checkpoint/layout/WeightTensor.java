package studio.parley.convert.checkpoint.layout;

/** Values of some shape that can be read in pieces, whether they are stored like that in a file or rearranged on the fly. */
public interface WeightTensor {
    long[] shape();

    /** Values {@code from} to {@code from + count} in row-major order; see {@link studio.parley.convert.weights.Weights#read}. */
    void read(long from, float[] into, int offset, int count);

    /** File and tensor, with the file's name for it, for messages. */
    String where();

    /** Number of values of one entry along the first axis. */
    default int rowLength() {
        long length = 1;
        var shape = shape();
        for (int i = 1; i < shape.length; i++) length = Math.multiplyExact(length, shape[i]);
        return Math.toIntExact(length);
    }
}
