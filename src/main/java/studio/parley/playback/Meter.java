package studio.parley.playback;

/** Levels of the sound that is heard now. One thread feeds it, any thread reads it without waiting. */
public final class Meter {
    /**
     * All levels in dBFS or LUFS, -infinity for silence.
     *
     * @param peak      sample peak, falling 20 dB in 1.7 s (IEC 60268-18)
     * @param held      the largest peak of the last 2 s
     * @param rms       root mean square over 300 ms
     * @param clipped   whether full scale was reached since the last {@link Meter#reset}
     * @param momentary loudness of the last 0.4 s
     * @param shortTerm loudness of the last 3 s
     */
    public record Reading(double peak, double held, double rms, boolean clipped, double momentary, double shortTerm) {
        public static final Reading SILENT = new Reading(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, false,
                Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    /** More sound is heard. */
    void feed(int rate, float[] samples, int count) {}

    /** The levels at this moment; call it once per pulse. */
    public Reading reading() {
        return Reading.SILENT;
    }

    /** Forgets the clip light and the held peak. */
    public void reset() {}
}
