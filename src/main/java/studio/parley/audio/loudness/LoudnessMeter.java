package studio.parley.audio.loudness;

import java.util.Arrays;

/**
 * Running loudness of one channel by ITU-R BS.1770-4: new values every 0.1 s, with silence assumed before the first sample. The largest
 * values agree with {@link Loudness}. Mutable; one thread.
 */
public final class LoudnessMeter {
    private static final int MOMENTARY = 4;
    private static final int SHORT_TERM = 30;

    private final KWeighting filter;
    private final int step;
    /** Weighted energy of the last tenths of a second, a ring. */
    private final double[] tenths = new double[SHORT_TERM];
    private int next;
    private double sum;
    private int count;

    public LoudnessMeter(int rate) {
        this.filter = new KWeighting(rate);
        this.step = Math.max(1, (int) Math.round(rate / 10.0));
    }

    /** Appends the first {@code frames} of {@code x}. */
    public void push(float[] x, int frames) {
        for (int i = 0; i < frames; i++) {
            double y = filter.next(x[i]);
            sum += y * y;
            if (++count < step) continue;
            tenths[next] = sum / step;
            next = (next + 1) % SHORT_TERM;
            sum = 0;
            count = 0;
        }
    }

    /** Of the last 0.4 s, in LUFS; -infinity for silence. */
    public double momentary() {
        return last(MOMENTARY);
    }

    /** Of the last 3 s, in LUFS; -infinity for silence. */
    public double shortTerm() {
        return last(SHORT_TERM);
    }

    private double last(int many) {
        double energy = 0;
        for (int i = 1; i <= many; i++) energy += tenths[Math.floorMod(next - i, SHORT_TERM)];
        return Loudness.lufs(energy / many);
    }

    /** Resets the meter. */
    public void reset() {
        Arrays.fill(tenths, 0);
        sum = 0;
        count = 0;
    }
}
