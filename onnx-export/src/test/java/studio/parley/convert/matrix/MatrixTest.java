package studio.parley.convert.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Matrices read in rectangles are the matrices read at once. */
class MatrixTest {
    /** Values in memory. */
    private record Dense(int rows, int columns, float[] values) implements Matrix {
        static Dense random(int rows, int columns, long seed) {
            var random = new Random(seed);
            var values = new float[rows * columns];
            for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
            return new Dense(rows, columns, values);
        }

        float at(int row, int column) {
            return values[row * columns + column];
        }

        @Override
        public void read(int row, int rowCount, int column, int columnCount, float[] into) {
            for (int r = 0; r < rowCount; r++) System.arraycopy(values, (row + r) * columns + column, into, r * columnCount, columnCount);
        }
    }

    private static float[] whole(Matrix matrix) {
        var values = new float[matrix.rows() * matrix.columns()];
        matrix.read(0, matrix.rows(), 0, matrix.columns(), values);
        return values;
    }

    @Property(tries = 60)
    void rectanglesOfATransposedStack(@ForAll @IntRange(min = 1, max = 90) int first, @ForAll @IntRange(min = 1, max = 90) int second,
            @ForAll @IntRange(min = 1, max = 70) int columns, @ForAll long seed) {
        var a = Dense.random(first, columns, seed);
        var b = Dense.random(second, columns, seed + 1);
        var turned = new Stacked(List.of(a, new Zeros(2, columns), b)).transposed();
        assertEquals(first + second + 2, turned.columns());
        var random = new Random(seed);
        int row = random.nextInt(turned.rows());
        int column = random.nextInt(turned.columns());
        int rows = 1 + random.nextInt(turned.rows() - row);
        int width = 1 + random.nextInt(turned.columns() - column);
        var piece = new float[rows * width];
        turned.read(row, rows, column, width, piece);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < width; c++) {
                int source = column + c;
                float expected = source < first ? a.at(source, row + r) : source < first + 2 ? 0 : b.at(source - first - 2, row + r);
                assertEquals(expected, piece[r * width + c]);
            }
        }
    }

    @Property(tries = 40)
    void aProjectedTableIsTheProduct(@ForAll @IntRange(min = 1, max = 13) int rows, @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 30) int out, @ForAll long seed) {
        var table = Dense.random(rows, width, seed);
        var layer = Dense.random(out, width, seed + 1);
        var product = whole(new Projected(table, layer));
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < out; o++) {
                double sum = 0;
                for (int i = 0; i < width; i++) sum += (double) table.at(r, i) * layer.at(o, i);
                assertEquals(sum, product[r * out + o], 1e-4);
            }
        }
        var oneByOne = new float[rows * out];
        var projected = new Projected(table, layer);
        var row = new float[out];
        for (int r = 0; r < rows; r++) {
            projected.read(r, 1, 0, out, row);
            System.arraycopy(row, 0, oneByOne, r * out, out);
        }
        assertArrayEquals(product, oneByOne, 0, "rows do not depend on their neighbours");
    }

    @Test
    void headsArePaddedInTheirHalves() {
        var heads = new Dense(4, 1, new float[] {1, 2, 3, 4});
        assertArrayEquals(new float[] {1, 0, 2, 0, 3, 0, 4, 0}, whole(new PaddedHeads(heads, 2, 4, true)));
        assertArrayEquals(new float[] {1, 2, 0, 0, 3, 4, 0, 0}, whole(new PaddedHeads(heads, 2, 4, false)));
    }
}
