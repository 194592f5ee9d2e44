package studio.parley.convert.quant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Quantised matrices read back as MatMulNBits reads them. */
class BlockQuantizerTest {
    private static float[] dequantised(BlockQuantizer blocks, BlockQuantizer.Quantised q, int rows, int columns) {
        int count = blocks.perRow(columns);
        var matrix = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int at = (r * count + c / blocks.size()) * blocks.size() + c % blocks.size();
                int code = blocks.bits() == 8 ? q.codes()[at] & 0xff : q.codes()[at / 2] >> (at % 2 * 4) & 0xf;
                matrix[r * columns + c] = (code - (1 << (blocks.bits() - 1))) * q.scales()[r * count + c / blocks.size()];
            }
        }
        return matrix;
    }

    private static double squaredError(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += Math.pow(a[i] - b[i], 2);
        return sum;
    }

    private static float[] gaussian(Random random, int count) {
        var values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (float) random.nextGaussian();
        return values;
    }

    @Property(tries = 50)
    void noScaleThatJustReachesTheLargestValueDoesBetter(@ForAll @IntRange(min = 1, max = 300) int columns, @ForAll boolean eight, @ForAll long seed) {
        var blocks = new BlockQuantizer(eight ? 8 : 4, 64).fitting(columns);
        var matrix = gaussian(new Random(seed), 3 * columns);
        var error = squaredError(matrix, dequantised(blocks, blocks.quantise(matrix, 3, columns), 3, columns));
        assertTrue(error <= squaredError(matrix, plain(blocks, matrix, columns)) * 1.0001 + 1e-9);
    }

    private static float[] plain(BlockQuantizer blocks, float[] matrix, int columns) {
        var result = new float[matrix.length];
        int most = (1 << (blocks.bits() - 1)) - 1;
        for (int r = 0; r < matrix.length / columns; r++) {
            for (int from = 0; from < columns; from += blocks.size()) {
                int to = Math.min(columns, from + blocks.size());
                float largest = 0;
                for (int c = from; c < to; c++) largest = Math.max(largest, Math.abs(matrix[r * columns + c]));
                for (int c = from; c < to; c++) result[r * columns + c] = Math.round(matrix[r * columns + c] / largest * most) * largest / most;
            }
        }
        return result;
    }

    @Test
    void stepsOfAGridComeBackExactly() {
        var matrix = new float[64];
        for (int i = 0; i < 64; i++) matrix[i] = (i % 16 - 8) * 0.25f;
        for (int bits : new int[] {4, 8}) {
            var blocks = new BlockQuantizer(bits, 32);
            var back = dequantised(blocks, blocks.quantise(matrix, 2, 32), 2, 32);
            assertEquals(0, squaredError(matrix, back), bits == 4 ? 1e-9 : 1e-2);
        }
    }

    @Test
    void zerosStayZerosAndErrorsAreSmall() {
        var eight = new BlockQuantizer(8, 128);
        var matrix = gaussian(new Random(1), 4096);
        var error = Math.sqrt(squaredError(matrix, dequantised(eight, eight.quantise(matrix, 4, 1024), 4, 1024)) / 4096);
        assertTrue(error < 0.01, "8 bits: " + error);
        var four = new BlockQuantizer(4, 128);
        error = Math.sqrt(squaredError(matrix, dequantised(four, four.quantise(matrix, 4, 1024), 4, 1024)) / 4096);
        assertTrue(error < 0.115, "4 bits: " + error);
        for (var v : dequantised(four, four.quantise(new float[256], 2, 128), 2, 128)) assertEquals(0, v);
    }
}
