package studio.parley.convert.checkpoint.layout;

import java.util.function.LongUnaryOperator;

/**
 * Rows of a matrix in another order: row r of this is row {@code order(r)} of {@code source}. Read row by row, so nothing is held.
 *
 * @param rows number of rows
 */
record PermutedRows(WeightTensor source, long rows, LongUnaryOperator order) implements RowTensor {
    /** {@code count} rows from row {@code first} on, in their order: q, k or v out of a joint projection. */
    static PermutedRows slice(WeightTensor source, long first, long count) {
        return new PermutedRows(source, count, r -> first + r);
    }

    /**
     * Converts a q or k projection for interleaved rotation to one for half-split rotation: in each head of size D, the even rows first,
     * then the odd ones, so that pairs (2r, 2r+1) become (r, r+D/2).
     */
    static PermutedRows halfSplit(WeightTensor source, int headDim) {
        int half = headDim / 2;
        return new PermutedRows(source, source.shape()[0], row -> {
            long head = row / headDim;
            long within = row % headDim;
            return head * headDim + 2 * (within % half) + within / half;
        });
    }

    /** Converts a k or v projection that groups of {@code times} heads share to one in which each head has rows of its own. */
    static PermutedRows spread(WeightTensor source, int headDim, int times) {
        return new PermutedRows(source, source.shape()[0] * times, row -> row / headDim / times * headDim + row % headDim);
    }

    @Override
    public long[] shape() {
        var shape = source.shape();
        shape[0] = rows;
        return shape;
    }

    @Override
    public void row(long index, float[] row) {
        source.read(order.applyAsLong(index) * row.length, row, 0, row.length);
    }

    @Override
    public String where() {
        return source.where();
    }
}
