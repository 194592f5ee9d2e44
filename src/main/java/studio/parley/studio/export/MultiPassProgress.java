package studio.parley.studio.export;

import java.util.function.DoubleConsumer;

/** Progress over several passes, which never goes back; additional passes share the end. */
final class MultiPassProgress {
    private final int expected;
    private final DoubleConsumer sink;
    private int pass;
    private double last;
    private double reported;

    MultiPassProgress(int expected, DoubleConsumer sink) {
        this.expected = expected;
        this.sink = sink;
    }

    /** The progress of the current pass; when it falls, a new pass has begun. */
    void within(double share) {
        if (share < last) pass++;
        last = share;
        tell(Math.min((pass + share) / expected, 0.99));
    }

    void done() {
        tell(1);
    }

    private void tell(double share) {
        if (share <= reported) return;
        reported = share;
        sink.accept(share);
    }
}
