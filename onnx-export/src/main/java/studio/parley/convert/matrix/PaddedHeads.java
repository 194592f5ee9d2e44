package studio.parley.convert.matrix;

import java.util.Arrays;

/**
 * Rows of attention heads of {@code size} padded to {@code padded} with rows of zeros. With {@code halves}, each half of a head is padded
 * separately, so that the half-split rotation still applies to the right pairs; the extra values stay zero either way and change no
 * product. Needed for heads that GroupQueryAttention rejects: it requires multiples of 16.
 */
public record PaddedHeads(Matrix base, int size, int padded, boolean halves) implements Matrix {
    @Override
    public int rows() {
        return base.rows() / size * padded;
    }

    @Override
    public int columns() {
        return base.columns();
    }

    @Override
    public void read(int row, int rowCount, int column, int columnCount, float[] into) {
        var one = new float[columnCount];
        for (int r = 0; r < rowCount; r++) {
            int source = source(row + r);
            if (source < 0) Arrays.fill(one, 0);
            else base.read(source, 1, column, columnCount, one);
            System.arraycopy(one, 0, into, r * columnCount, columnCount);
        }
    }

    private int source(int row) {
        int parts = halves ? 2 : 1;
        int part = row % padded / (padded / parts);
        int within = row % (padded / parts);
        return within < size / parts ? row / padded * size + part * (size / parts) + within : -1;
    }
}
