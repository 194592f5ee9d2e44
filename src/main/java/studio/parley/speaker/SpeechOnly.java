package studio.parley.speaker;

import java.util.Arrays;

/** Speech without its pauses, at one level: what the encoder is given. */
final class SpeechOnly {
    /** 30 ms, as in the published encoder's training. */
    private static final int BLOCK = 480;
    /** Blocks that are quieter than the loud ones by so much are pauses: 25 dB as a power. */
    private static final double QUIET = Math.pow(10, -2.5);
    private static final double LOUD = 0.95;
    /** Blocks that are kept on both sides of speech. */
    private static final int AROUND = 3;
    /** -26 dBFS: the encoder hears loudness, which says nothing about a voice; at this level it tells voices apart best. */
    private static final double LEVEL = Math.pow(10, -26 / 20.0);
    /** What is quieter than the dither of 16-bit files is no speech. */
    private static final double NOTHING = 1e-9;

    private SpeechOnly() {}

    /** Empty if there is nothing but silence. */
    static float[] of(float[] audio) {
        int blocks = Math.ceilDiv(audio.length, BLOCK);
        var power = new double[blocks];
        for (int i = 0; i < audio.length; i++) power[i / BLOCK] += (double) audio[i] * audio[i] / BLOCK;
        var sorted = power.clone();
        Arrays.sort(sorted);
        double loud = blocks == 0 ? 0 : sorted[(int) ((blocks - 1) * LOUD)];
        if (loud < NOTHING) return new float[0];
        var kept = new boolean[blocks];
        for (int i = 0; i < blocks; i++) if (power[i] > loud * QUIET) Arrays.fill(kept, Math.max(0, i - AROUND), Math.min(blocks, i + AROUND + 1), true);
        return levelled(joined(audio, kept));
    }

    private static float[] joined(float[] audio, boolean[] kept) {
        var out = new float[audio.length];
        int n = 0;
        for (int block = 0; block < kept.length; block++) {
            if (!kept[block]) continue;
            int count = Math.min(BLOCK, audio.length - block * BLOCK);
            System.arraycopy(audio, block * BLOCK, out, n, count);
            n += count;
        }
        return Arrays.copyOf(out, n);
    }

    private static float[] levelled(float[] speech) {
        double sum = 0;
        for (var s : speech) sum += (double) s * s;
        float gain = (float) (LEVEL / Math.sqrt(sum / speech.length));
        for (int i = 0; i < speech.length; i++) speech[i] *= gain;
        return speech;
    }
}
