package studio.parley.convert.checkpoint.layout;

import java.util.Objects;

/** Weights whose entries along the first axis are computed one by one, so that only one is held. */
public interface RowTensor extends WeightTensor {
    /** Fills {@code row} with the entry {@code index}. */
    void row(long index, float[] row);

    @Override
    default void read(long from, float[] into, int offset, int count) {
        var row = new float[rowLength()];
        Objects.checkFromIndexSize(from, (long) count, shape()[0] * row.length);
        for (int done = 0; done < count; ) {
            int within = (int) ((from + done) % row.length);
            int n = Math.min(row.length - within, count - done);
            row((from + done) / row.length, row);
            System.arraycopy(row, within, into, offset + done, n);
            done += n;
        }
    }
}
