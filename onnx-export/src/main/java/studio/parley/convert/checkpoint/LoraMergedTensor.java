package studio.parley.convert.checkpoint;

import org.jspecify.annotations.Nullable;
import studio.parley.convert.checkpoint.layout.RowTensor;
import studio.parley.convert.checkpoint.layout.WeightTensor;

/**
 * A matrix with a LoRA adapter added: W + scale · up · down. With DoRA, each row then gets a length of its own.
 *
 * @param up [rows, rank]
 * @param down [rank, columns]
 * @param lengths of the rows, if the adapter has them
 */
record LoraMergedTensor(WeightTensor base, float[] up, float[] down, double scale, float @Nullable [] lengths) implements RowTensor {
    @Override
    public long[] shape() {
        return base.shape();
    }

    @Override
    public void row(long index, float[] row) {
        base.read(index * row.length, row, 0, row.length);
        int rank = down.length / row.length;
        var learnt = new float[row.length];
        for (int k = 0; k < rank; k++) {
            float by = up[(int) index * rank + k];
            for (int i = 0; i < row.length; i++) learnt[i] += by * down[k * row.length + i];
        }
        for (int i = 0; i < row.length; i++) row[i] += (float) (scale * learnt[i]);
        if (lengths != null) stretch(row, lengths[(int) index]);
    }

    private static void stretch(float[] row, float wanted) {
        double square = 0;
        for (var x : row) square += (double) x * x;
        var by = square == 0 ? 0 : wanted / Math.sqrt(square);
        for (int i = 0; i < row.length; i++) row[i] = (float) (row[i] * by);
    }

    @Override
    public String where() {
        return base.where();
    }
}
