package studio.parley.convert.checkpoint.layout;

/**
 * A convolution stored as direction v and length g, folded: w = g v / ‖v‖, the norm over all axes but the first (also for transposed
 * convolutions, as in Kyutai's own importer).
 */
record WeightNorm(WeightTensor g, WeightTensor v) implements RowTensor {
    @Override
    public long[] shape() {
        return v.shape();
    }

    @Override
    public void row(long index, float[] row) {
        v.read(index * row.length, row, 0, row.length);
        var length = new float[1];
        g.read(index, length, 0, 1);
        double square = 0;
        for (var x : row) square += (double) x * x;
        var scale = square == 0 ? 0 : length[0] / Math.sqrt(square);
        for (int i = 0; i < row.length; i++) row[i] = (float) (row[i] * scale);
    }

    @Override
    public String where() {
        return v.where();
    }
}
