package studio.parley.studio.likeness;

import java.util.Optional;

/** What likenesses mean, as measured with the bundled encoder (ADR 33): the more speech was heard, the more alike two recordings of one voice are. */
public final class Likeness {
    /** Seconds of speech to which the tables below belong. */
    private static final double[] SECONDS = {1, 1.5, 2, 3, 4, 6, 8, 24};
    /** Against 8 s or more: what nearly all recordings of a voice reach, and few of others. */
    private static final double[] LEAST = {0.64, 0.69, 0.71, 0.73, 0.745, 0.765, 0.77, 0.77};
    /** Between two recordings of equal length. */
    private static final double[] BORDER = {0.63, 0.67, 0.70, 0.725, 0.745, 0.78, 0.80, 0.87};
    /** How much of the way from the shorter one's border to the longer one's. */
    private static final double LONGER = 0.35;
    /** A shorter recording tells nothing reliable. */
    private static final double SHORTEST = 1;
    private static final double LONG_ENOUGH = 8;
    /** Between many lines together; less than for one recording, because a speaker may be excited in the end. */
    private static final double MANY = 0.8;
    private static final double TWINS = 0.8;
    private static final double TWINS_SECONDS = 3;

    private Likeness() {}

    /**
     * What a take in a speaker's own voice nearly always reaches against his reference clips; empty if either is too short to say.
     *
     * @param take and {@code references}: seconds of speech
     */
    static Optional<Double> least(double take, double references) {
        if (Math.min(take, references) < SHORTEST) return Optional.empty();
        return Optional.of(at(take, LEAST) - (at(LONG_ENOUGH, LEAST) - at(Math.min(references, LONG_ENOUGH), LEAST)));
    }

    /** Two recordings of so many seconds of speech are probably of one voice if they are more alike than this. */
    public static double border(double one, double other) {
        double shorter = at(Math.min(one, other), BORDER);
        return shorter + LONGER * (at(Math.max(one, other), BORDER) - shorter);
    }

    /** What the first and last lines of a speaker nearly always reach, many of them together. */
    static double leastOfMany() {
        return MANY;
    }

    /** Whether two speakers can hardly be told apart; {@code seconds} of speech in the shorter one's reference clips. */
    static boolean areTwins(double likeness, double seconds) {
        return likeness >= TWINS && seconds >= TWINS_SECONDS;
    }

    /** Between the entries of a table by the logarithm of the length. */
    private static double at(double seconds, double[] table) {
        if (seconds <= SECONDS[0]) return table[0];
        for (int i = 1; i < SECONDS.length; i++) {
            if (seconds > SECONDS[i]) continue;
            return table[i - 1] + (table[i] - table[i - 1]) * Math.log(seconds / SECONDS[i - 1]) / Math.log(SECONDS[i] / SECONDS[i - 1]);
        }
        return table[table.length - 1];
    }
}
