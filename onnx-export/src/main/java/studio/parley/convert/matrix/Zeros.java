package studio.parley.convert.matrix;

import java.util.Arrays;

/** A matrix of zeros. */
public record Zeros(int rows, int columns) implements Matrix {
    @Override
    public void read(int row, int rowCount, int column, int columnCount, float[] into) {
        Arrays.fill(into, 0, rowCount * columnCount, 0);
    }
}
