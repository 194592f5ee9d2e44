package studio.parley.convert.matrix;

import studio.parley.convert.weights.Weights;

/** A matrix that is stored row-major in a tensor, from value {@code offset} on. */
public record TensorMatrix(Weights weights, String name, long offset, int rows, int columns) implements Matrix {
    @Override
    public void read(int row, int rowCount, int column, int columnCount, float[] into) {
        long start = offset + (long) row * columns + column;
        if (columnCount == columns) {
            weights.read(name, start, into, 0, Math.multiplyExact(rowCount, columns));
            return;
        }
        for (int r = 0; r < rowCount; r++) weights.read(name, start + (long) r * columns, into, r * columnCount, columnCount);
    }
}
