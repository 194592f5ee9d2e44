package studio.parley.playback;

/**
 * How many frames were heard by now, from a device that tells it in jumps: between two reports time goes on, but not further than
 * the next report can be away, nor beyond what was played, and never back. Any thread.
 */
final class HeardClock {
    private static final double MOST_SECONDS = 0.05;

    private final int rate;
    private long reported;
    private long reportedAt;
    private long played;
    private long shown;

    HeardClock(int rate) {
        this.rate = rate;
    }

    /** More frames were given to the device. */
    synchronized void played(int frames, long nanos) {
        // Nothing sounded before: the clock begins to run now.
        if (reported == played) reportedAt = nanos;
        played += frames;
    }

    /** The device says so. */
    synchronized void report(long frames, long nanos) {
        if (frames <= reported) return;
        reported = Math.min(frames, played);
        reportedAt = nanos;
    }

    synchronized long played() {
        return played;
    }

    synchronized long at(long nanos) {
        double since = Math.clamp((nanos - reportedAt) / 1e9, 0, MOST_SECONDS);
        shown = Math.max(shown, Math.min(played, reported + (long) (since * rate)));
        return shown;
    }

    synchronized void reset() {
        reported = 0;
        played = 0;
        shown = 0;
    }
}
