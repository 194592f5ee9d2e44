package studio.parley.recognition;

/** Where there is any sound in a recording, by the peaks of blocks of 10 ms. Immutable. */
final class SoundLevel {
    private static final int BLOCK = RecogniserContract.SAMPLE_RATE / 100;
    /** What the dither of 16-bit files reaches. */
    private static final float NOTHING = 1e-4f;
    private static final float SILENCE = 1e-3f;
    private static final float BELOW_PEAK = 3e-3f;
    private final boolean[] sound;

    SoundLevel(float[] audio) {
        var peaks = new float[Math.ceilDiv(audio.length, BLOCK)];
        float most = 0;
        for (int i = 0; i < audio.length; i++) peaks[i / BLOCK] = Math.max(peaks[i / BLOCK], Math.abs(audio[i]));
        for (var p : peaks) most = Math.max(most, p);
        // A quiet recording is no silence.
        float least = most < NOTHING ? Float.POSITIVE_INFINITY : Math.min(SILENCE, most * BELOW_PEAK);
        sound = new boolean[peaks.length];
        for (int i = 0; i < peaks.length; i++) sound[i] = peaks[i] > least;
    }

    /** The first sample from {@code from} on at which there is sound, within a block; the end of the audio if there is none. */
    int next(int from) {
        int block = from / BLOCK;
        while (block < sound.length && !sound[block]) block++;
        return Math.max(from, block * BLOCK);
    }

    /** Whether there is sound anywhere between two times in seconds. */
    boolean between(double from, double to) {
        int last = Math.min(sound.length, (int) Math.ceil(to * 100));
        for (int i = Math.max(0, (int) (from * 100)); i < last; i++) if (sound[i]) return true;
        return false;
    }
}
