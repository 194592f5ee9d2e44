package studio.parley.studio.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The target loudness of an export.
 *
 * @param id for settings and the command line
 * @param measure what is brought to {@code level}
 * @param level in LUFS or dB RMS; ignored if nothing is measured
 * @param below how much quieter than {@code level} is still acceptable, in dB: up to that gain alone is preferred to a limiter
 * @param peakDb the highest true peak allowed, in dBTP
 */
public record LoudnessTarget(String id, Measure measure, double level, double below, double peakDb) {
    /** The kind of measurement. */
    public enum Measure {
        /** Nothing is changed, except for a true peak over the limit. */
        NONE,
        /** Integrated loudness of BS.1770. */
        LUFS,
        /** Root mean square of the whole file, as ACX measures. */
        RMS
    }

    public static final LoudnessTarget AS_IS = new LoudnessTarget("as-is", Measure.NONE, 0, 0, -1);
    /** Apple Podcasts, stereo: -16 LUFS within 1 LU. */
    public static final LoudnessTarget PODCAST_STEREO = new LoudnessTarget("stereo-16", Measure.LUFS, -16, 1, -1);
    /** The same for mono files. */
    public static final LoudnessTarget PODCAST_MONO = new LoudnessTarget("mono-19", Measure.LUFS, -19, 1, -1);
    /** Music streaming services play at about -14. */
    public static final LoudnessTarget STREAMING = new LoudnessTarget("streaming-14", Measure.LUFS, -14, 1, -1);
    /** EBU R 128. */
    public static final LoudnessTarget BROADCAST = new LoudnessTarget("broadcast-23", Measure.LUFS, -23, 0.5, -1);
    /** Audible's ACX: RMS between -23 and -18 dB, peaks up to -3 dB, noise floor up to -60 dB. */
    public static final LoudnessTarget ACX = new LoudnessTarget("acx", Measure.RMS, -20, 3, -3);

    public static final List<LoudnessTarget> ALL = List.of(AS_IS, PODCAST_STEREO, PODCAST_MONO, STREAMING, BROADCAST, ACX);

    public LoudnessTarget {
        if (!(peakDb <= 0) || !(level <= 0) || !(level >= -70) || !(below >= 0)) throw new IllegalArgumentException("loudness " + level
                + ", peak " + peakDb);
    }

    /** One of {@link #ALL}. */
    public static Optional<LoudnessTarget> of(String id) {
        return ALL.stream().filter(t -> t.id.equals(id.toLowerCase(Locale.ROOT))).findFirst();
    }

    /** A custom integrated loudness. */
    public static LoudnessTarget lufs(double level, double peakDb) {
        return new LoudnessTarget("lufs", Measure.LUFS, level, 0, peakDb);
    }
}
