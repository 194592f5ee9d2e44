package studio.parley.speech.mimi;

import java.util.Arrays;
import java.util.List;

/**
 * Audio as Mimi codes: {@code frames} rows of {@code codebooks} ids, one row per 80 ms. Immutable. An id below the codebook size is audio;
 * ids above it occur only in greedy runs on untrained weights.
 */
public final class Codes {
    private final int codebooks;
    private final short[] ids;

    private Codes(int codebooks, short[] ids) {
        this.codebooks = codebooks;
        this.ids = ids;
    }

    public static Codes none(int codebooks) {
        return new Codes(codebooks, new short[0]);
    }

    /** Frames in order; each array has one id per codebook. */
    public static Codes of(int codebooks, List<int[]> frames) {
        var ids = new short[codebooks * frames.size()];
        for (int f = 0; f < frames.size(); f++) {
            if (frames.get(f).length != codebooks) {
                throw new IllegalArgumentException("frame " + f + " has " + frames.get(f).length + " codes, not " + codebooks);
            }
            for (int k = 0; k < codebooks; k++) ids[f * codebooks + k] = (short) frames.get(f)[k];
        }
        return new Codes(codebooks, ids);
    }

    public int codebooks() {
        return codebooks;
    }

    public int frames() {
        return ids.length / codebooks;
    }

    public int at(int frame, int codebook) {
        return ids[frame * codebooks + codebook] & 0xffff;
    }

    public int[] frame(int frame) {
        var out = new int[codebooks];
        for (int k = 0; k < codebooks; k++) out[k] = at(frame, k);
        return out;
    }

    /** Frames {@code from} (inclusive) to {@code to} (exclusive). */
    public Codes slice(int from, int to) {
        return new Codes(codebooks, Arrays.copyOfRange(ids, from * codebooks, to * codebooks));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Codes c && c.codebooks == codebooks && Arrays.equals(c.ids, ids);
    }

    @Override
    public int hashCode() {
        return 31 * codebooks + Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return frames() + " frames of " + codebooks + " codes";
    }
}
