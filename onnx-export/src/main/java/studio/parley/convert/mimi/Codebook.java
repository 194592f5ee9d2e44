package studio.parley.convert.mimi;

import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.weights.Weights;

/** The vectors of one codebook: {@code embed_sum / max(cluster_usage, 1e-5)} in float32, as in transformers. */
record Codebook(Weights weights, String name, int rows, int columns) implements Matrix {
    private static final float LEAST_USAGE = 1e-5f;

    @Override
    public void read(int row, int rowCount, int column, int columnCount, float[] into) {
        if (column != 0 || columnCount != columns) throw new IllegalArgumentException("whole rows only");
        weights.read(name + ".embed_sum", (long) row * columns, into, 0, rowCount * columns);
        var usage = new float[rowCount];
        weights.read(name + ".cluster_usage", row, usage, 0, rowCount);
        for (int i = 0; i < rowCount * columns; i++) into[i] /= Math.max(usage[i / columns], LEAST_USAGE);
    }

    /** {@code -|e|²/2} of every vector. */
    float[] halfNorms() {
        var vectors = new float[rows * columns];
        read(0, rows, 0, columns, vectors);
        var norms = new float[rows];
        for (int r = 0; r < rows; r++) {
            double sum = 0;
            for (int c = 0; c < columns; c++) sum += (double) vectors[r * columns + c] * vectors[r * columns + c];
            norms[r] = (float) (-sum / 2);
        }
        return norms;
    }
}
