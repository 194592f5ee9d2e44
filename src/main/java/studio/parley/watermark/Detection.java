package studio.parley.watermark;

/**
 * What was found.
 *
 * @param found                 whether the mark of the key is there, by {@code falseAlarmProbability} below one in a million
 * @param score                 height of the best single correlation, in standard deviations of what a sound without the mark gives
 * @param falseAlarmProbability at most this share of random keys would give as much evidence in this very sound without being in
 *                              it; a proved bound (see docs/decisions), hence 1 for weak evidence
 */
public record Detection(boolean found, double score, double falseAlarmProbability) {
    /** Above this the mark counts as not found. */
    public static final double MOST = 1e-6;

    static Detection of(double score, double logBound) {
        double p = Math.min(1, Math.exp(logBound));
        return new Detection(p < MOST, score, p);
    }
}
