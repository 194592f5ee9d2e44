package studio.parley.watermark;

/**
 * The result of a detection.
 *
 * @param found whether the watermark of the key is present, by {@code falseAlarmProbability} below one in a million
 * @param score height of the best single correlation, in standard deviations of audio without the watermark, or, if the sound was changed in speed or
 * pitch, what the evidence amounts to in such deviations
 * @param falseAlarmProbability at most this fraction of random keys would give as much evidence in this very audio without being in it; a
 * proven bound (see docs/decisions), hence 1 for weak evidence
 */
public record Detection(boolean found, double score, double falseAlarmProbability) {
    /** Above this the watermark counts as not found. */
    public static final double MOST = 1e-6;

    static Detection of(double score, double logBound) {
        double p = Math.min(1, Math.exp(logBound));
        return new Detection(p < MOST, score, p);
    }
}
