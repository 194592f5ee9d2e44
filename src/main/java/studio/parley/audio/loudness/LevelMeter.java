package studio.parley.audio.loudness;

import java.util.function.LongSupplier;
import studio.parley.audio.pcm.LevelStats;

/**
 * Levels of the sound that is heard now. One thread feeds it, any thread reads it and never waits for more than a few
 * assignments. When nothing is heard the levels fall by themselves.
 */
public final class LevelMeter {
    private static final double FALL_DB_PER_SECOND = 20 / 1.7;
    private static final double RMS_SECONDS = 0.3;
    private static final double HOLD_SECONDS = 2;
    private static final double MOMENTARY_SECONDS = 0.4;
    private static final double SHORT_TERM_SECONDS = 3;

    /**
     * All levels in dBFS or LUFS, -infinity for silence.
     *
     * @param peak      sample peak: rises at once, falls 20 dB in 1.7 s (IEC 60268-10, type I)
     * @param held      the largest peak of the last 2 s, falling like {@code peak} afterwards
     * @param rms       root mean square, averaged exponentially over 0.3 s; a full-scale sine is -3 dB
     * @param clipped   whether full scale was reached since the last {@link LevelMeter#reset}
     * @param momentary loudness of the last 0.4 s
     * @param shortTerm loudness of the last 3 s
     */
    public record Reading(double peak, double held, double rms, boolean clipped, double momentary, double shortTerm) {
        private static final double NONE = Double.NEGATIVE_INFINITY;
        public static final Reading SILENT = new Reading(NONE, NONE, NONE, false, NONE, NONE);
    }

    private final LongSupplier nanos;
    private int rate;
    private LoudnessMeter loudness = new LoudnessMeter(24_000);
    private Reading last = Reading.SILENT;
    private long fedAt;
    private long heldAt;
    private double square;

    public LevelMeter() {
        this(System::nanoTime);
    }

    /** With another clock, for tests. */
    public LevelMeter(LongSupplier nanos) {
        this.nanos = nanos;
        this.fedAt = nanos.getAsLong();
        this.heldAt = fedAt;
    }

    /** The first {@code count} samples are heard now. The feeding thread. */
    public void feed(int rate, float[] samples, int count) {
        double silent = seconds(nanos.getAsLong() - fedAt) - (double) count / rate;
        if (rate != this.rate) loudness = new LoudnessMeter(rate);
        else if (silent > SHORT_TERM_SECONDS) loudness.reset();
        this.rate = rate;
        loudness.push(samples, count);
        double peak = 0;
        double mean = square * Math.exp(-Math.max(0, silent) / RMS_SECONDS);
        double share = 1 - Math.exp(-1 / (RMS_SECONDS * rate));
        for (int i = 0; i < count; i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
            mean += (samples[i] * (double) samples[i] - mean) * share;
        }
        publish(peak, mean);
    }

    private synchronized void publish(double peak, double mean) {
        long now = nanos.getAsLong();
        double db = LevelStats.decibels(peak);
        var before = at(now);
        if (db >= before.held()) heldAt = now;
        square = mean;
        double held = db >= before.held() ? db : last.held();
        last = new Reading(Math.max(db, before.peak()), held, LevelStats.decibels(Math.sqrt(mean)), last.clipped() || peak >= 1,
                loudness.momentary(), loudness.shortTerm());
        fedAt = now;
    }

    /** The levels at this moment; call it once per pulse. Any thread. */
    public synchronized Reading reading() {
        return at(nanos.getAsLong());
    }

    private Reading at(long now) {
        double since = seconds(now - fedAt);
        double peak = last.peak() - FALL_DB_PER_SECOND * since;
        double held = last.held() - FALL_DB_PER_SECOND * Math.max(0, seconds(now - heldAt) - HOLD_SECONDS);
        double rms = last.rms() - 10 * Math.log10(Math.E) * since / RMS_SECONDS;
        return new Reading(peak, Math.max(peak, held), rms, last.clipped(),
                since > MOMENTARY_SECONDS ? Reading.NONE : last.momentary(), since > SHORT_TERM_SECONDS ? Reading.NONE : last.shortTerm());
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /** Forgets the clip light and the held peak. Any thread. */
    public synchronized void reset() {
        last = new Reading(last.peak(), Reading.NONE, last.rms(), false, last.momentary(), last.shortTerm());
    }
}
