package studio.parley.recognition;

import java.util.Arrays;
import studio.parley.recognition.Transcript.Word;

/** How loud a recording is, in blocks of 10 ms: where there is any sound, where a pause, and how far words reach. Immutable. */
final class SoundLevel {
    private static final int PER_SECOND = 100;
    private static final int BLOCK = RecogniserContract.SAMPLE_RATE / PER_SECOND;
    /** What the dither of 16-bit files reaches. */
    private static final float NOTHING = 1e-4f;
    private static final float SILENCE = 1e-3f;
    private static final float BELOW_PEAK = 3e-3f;
    /** Blocks around a pause that are as quiet. */
    private static final int AROUND = 10;
    /** Of a word's loudest block: what is quieter at its edges is a pause. */
    private static final float EDGE = 0.03f;
    private static final double SHORTEST_WORD = 0.06;
    private final boolean[] sound;
    private final float[] power;
    private final float floor;

    SoundLevel(float[] audio) {
        int blocks = Math.ceilDiv(audio.length, BLOCK);
        var peaks = new float[blocks];
        power = new float[blocks];
        float most = 0;
        for (int i = 0; i < audio.length; i++) {
            peaks[i / BLOCK] = Math.max(peaks[i / BLOCK], Math.abs(audio[i]));
            power[i / BLOCK] += audio[i] * audio[i] / BLOCK;
        }
        for (var p : peaks) most = Math.max(most, p);
        // A quiet recording is no silence.
        float least = most < NOTHING ? Float.POSITIVE_INFINITY : Math.min(SILENCE, most * BELOW_PEAK);
        sound = new boolean[blocks];
        for (int i = 0; i < blocks; i++) sound[i] = peaks[i] > least;
        var sorted = power.clone();
        Arrays.sort(sorted);
        floor = blocks == 0 ? 0 : sorted[blocks / 10];
    }

    /** The first sample from {@code from} on at which there is sound, within a block; the end of the audio if there is none. */
    int next(int from) {
        int block = from / BLOCK;
        while (block < sound.length && !sound[block]) block++;
        return Math.max(from, block * BLOCK);
    }

    /** Whether there is sound anywhere between two times in seconds. */
    boolean between(double from, double to) {
        int last = Math.min(sound.length, (int) Math.ceil(to * PER_SECOND));
        for (int i = Math.max(0, (int) (from * PER_SECOND)); i < last; i++) if (sound[i]) return true;
        return false;
    }

    /** The sample between these two around which it is quietest; of equal ones the last. */
    int pause(int from, int to) {
        int best = to;
        double least = Double.POSITIVE_INFINITY;
        for (int block = Math.ceilDiv(from, BLOCK); block * BLOCK <= to; block++) {
            double sum = 0;
            for (int i = Math.max(0, block - AROUND); i < Math.min(power.length, block + AROUND); i++) sum += power[i];
            if (sum > least) continue;
            least = sum;
            best = block * BLOCK;
        }
        return best;
    }

    /** The word without the pauses at its edges. */
    Word trimmed(Word word) {
        int first = Math.max(0, (int) Math.round(word.from() * PER_SECOND));
        int last = Math.min(power.length, (int) Math.round(word.to() * PER_SECOND));
        float most = 0;
        for (int i = first; i < last; i++) most = Math.max(most, power[i]);
        float least = Math.max(most * EDGE * EDGE, floor * 2);
        if (least > most / 4) return word;
        int from = first;
        int to = last;
        while (from < to && power[from] < least) from++;
        while (to > from && power[to - 1] < least) to--;
        double begin = from > first ? Math.max(word.from(), (from - 1.0) / PER_SECOND) : word.from();
        double end = to < last ? Math.min(word.to(), (to + 1.0) / PER_SECOND) : word.to();
        return end - begin < SHORTEST_WORD ? word : new Word(word.text(), begin, end, word.probability());
    }
}
