package studio.parley.convert.matrix;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * {@code table × projectionᵀ}: an embedding table with a linear layer folded in. {@code projection} is [out, in] as layers store it; it is
 * kept in the heap. Rows are computed in parallel.
 */
public final class Projected implements Matrix {
    private static final int GROUP = 4;
    private final Matrix table;
    private final Matrix projection;
    private float @org.jspecify.annotations.Nullable [] columnsOfIt;

    public Projected(Matrix table, Matrix projection) {
        if (table.columns() != projection.columns()) throw new IllegalArgumentException("table and projection differ in width");
        this.table = table;
        this.projection = projection;
    }

    @Override
    public int rows() {
        return table.rows();
    }

    @Override
    public int columns() {
        return projection.rows();
    }

    @Override
    public void read(int row, int rowCount, int column, int columnCount, float[] into) {
        if (column != 0 || columnCount != columns()) throw new IllegalArgumentException("whole rows only");
        var rows = new float[Math.multiplyExact(rowCount, table.columns())];
        table.read(row, rowCount, 0, table.columns(), rows);
        var weights = weights();
        IntStream.range(0, (rowCount + GROUP - 1) / GROUP).parallel().forEach(g -> {
            for (int r = g * GROUP; r < Math.min(rowCount, (g + 1) * GROUP); r++) Arrays.fill(into, r * columnCount, (r + 1) * columnCount, 0);
            if ((g + 1) * GROUP <= rowCount) four(rows, g * GROUP, weights, into);
            else for (int r = g * GROUP; r < rowCount; r++) one(rows, r, weights, into);
        });
    }

    private float[] weights() {
        if (columnsOfIt == null) {
            columnsOfIt = new float[Math.multiplyExact(projection.rows(), projection.columns())];
            projection.transposed().read(0, projection.columns(), 0, projection.rows(), columnsOfIt);
        }
        return columnsOfIt;
    }

    private void one(float[] x, int row, float[] w, float[] y) {
        int n = columns();
        int k = table.columns();
        for (int i = 0; i < k; i++) {
            float a = x[row * k + i];
            for (int j = 0; j < n; j++) y[row * n + j] += a * w[i * n + j];
        }
    }

    /** Four rows at a time read the weights once; each row's sum is computed in the same order as in {@link #one}. */
    private void four(float[] x, int row, float[] w, float[] y) {
        int n = columns();
        int k = table.columns();
        var sums = new float[GROUP][n];
        for (int i = 0; i < k; i++) {
            int at = row * k + i;
            accumulate(sums, w, i * n, x[at], x[at + k], x[at + 2 * k], x[at + 3 * k]);
        }
        for (int r = 0; r < GROUP; r++) System.arraycopy(sums[r], 0, y, (row + r) * n, n);
    }

    private static void accumulate(float[][] sums, float[] w, int from, float a, float b, float c, float d) {
        var s0 = sums[0];
        var s1 = sums[1];
        var s2 = sums[2];
        var s3 = sums[3];
        for (int j = 0; j < s0.length; j++) {
            float v = w[from + j];
            s0[j] += a * v;
            s1[j] += b * v;
            s2[j] += c * v;
            s3[j] += d * v;
        }
    }
}
