package studio.parley.studio.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.studio.export.OutputMeter.Measured;

/**
 * Computes how a mix reaches its target: gain if that is enough or nearly so, a limiter only if the target cannot be reached otherwise.
 * Decisions and missed targets are reported in {@code notes}.
 */
final class LoudnessNormalizer {
    private static final double EXACT = 0.1;
    private static final int ATTEMPTS = 4;
    /** Rounding to 16 bits and the limiter's own smoothing move peaks by less than this. */
    private static final double MARGIN_DB = 0.02;

    private final LoudnessTarget target;
    private final boolean mayLimit;
    private final double peakDb;
    private final Function<MasteringSettings, Measured> measure;
    private final List<String> notes = new ArrayList<>();

    /**
     * {@code measure} measures the mix after a finish; {@code headroom} in dB is kept below the allowed peak, for codecs that overshoot.
     */
    LoudnessNormalizer(LoudnessTarget target, boolean mayLimit, double headroom, Function<MasteringSettings, Measured> measure) {
        this.target = target;
        this.mayLimit = mayLimit;
        this.peakDb = target.peakDb() - headroom - MARGIN_DB;
        this.measure = measure;
    }

    List<String> notes() {
        return notes;
    }

    MasteringSettings find() {
        var raw = measure.apply(MasteringSettings.NONE);
        if (Double.isInfinite(raw.loudness().truePeakDb())) return MasteringSettings.NONE;
        double room = peakDb - raw.loudness().truePeakDb();
        double wanted = wanted(raw);
        if (wanted <= room) return gain(wanted);
        if (target.measure() == LoudnessTarget.Measure.NONE) {
            say("Lowered by %.1f dB to keep the true peak below %.0f dBTP.", -room, target.peakDb());
            return gain(room);
        }
        double reached = target.level() - wanted + room;
        if (wanted - room <= target.below()) {
            say("%s instead of %s, which is within tolerance; any louder, the peaks would exceed %.0f dBTP.", level(reached),
                    level(target.level()), target.peakDb());
            return gain(room);
        }
        if (mayLimit) return limited(wanted, reached);
        say("%s instead of %s: any louder, the peaks would exceed %.0f dBTP. Allow the limiter to reach the target.", level(reached),
                level(target.level()), target.peakDb());
        return gain(room);
    }

    /** The gain in dB that reaches the target, ignoring peaks. */
    private double wanted(Measured raw) {
        if (target.measure() == LoudnessTarget.Measure.NONE) return 0;
        double now = value(raw);
        if (!Double.isInfinite(now)) return target.level() - now;
        notes.add("Too short or too quiet to be measured, so the loudness was not changed.");
        return 0;
    }

    private double value(Measured m) {
        return target.measure() == LoudnessTarget.Measure.RMS ? m.rmsDb() : m.loudness().integrated();
    }

    private MasteringSettings limited(double wanted, double withoutLimiter) {
        double ceiling = peakDb;
        double gain = wanted;
        for (int i = 0; ; i++) {
            var finish = new MasteringSettings(LevelStats.amplitude(gain), OptionalDouble.of(LevelStats.amplitude(ceiling)));
            var m = measure.apply(finish);
            double missed = target.level() - value(m);
            double over = m.loudness().truePeakDb() - peakDb - MARGIN_DB;
            if (Math.abs(missed) <= EXACT && over <= 0 || i == ATTEMPTS) {
                say("Peaks were limited; with gain alone it would be %s instead of %s.", level(withoutLimiter), level(target.level()));
                if (Math.abs(missed) > EXACT) say("It reached %s.", level(value(m)));
                return finish;
            }
            gain += missed;
            if (over > 0) ceiling -= over + MARGIN_DB;
        }
    }

    private static MasteringSettings gain(double db) {
        return new MasteringSettings(Math.abs(db) < 1e-9 ? 1 : LevelStats.amplitude(db), OptionalDouble.empty());
    }

    private String level(double value) {
        return String.format(Locale.ROOT, "%.1f %s", value, target.measure() == LoudnessTarget.Measure.RMS ? "dB RMS" : "LUFS");
    }

    private void say(String form, Object... values) {
        notes.add(String.format(Locale.ROOT, form, values));
    }
}
