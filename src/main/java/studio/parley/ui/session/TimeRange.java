package studio.parley.ui.session;

/** A stretch of the timeline in seconds, from {@code from} (inclusive) to {@code to} (exclusive). */
public record TimeRange(double from, double to) {
    public TimeRange {
        if (!(from >= 0 && to > from)) throw new IllegalArgumentException(from + ".." + to);
    }
}
