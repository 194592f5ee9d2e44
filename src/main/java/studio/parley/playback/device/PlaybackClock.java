package studio.parley.playback.device;

/**
 * How many frames were heard by now, from a device that tells it in jumps: between two reports time goes on, but not further than
 * the next report can be away, nor beyond what was written, and never back. Any thread.
 */
final class PlaybackClock {
    private static final double MOST_SECONDS = 0.05;

    private final int rate;
    private long reported;
    private long reportedAt;
    private long written;
    private long shown;
    /** The device has told of progress since it was given something; some begin a while later. */
    private boolean moves;

    PlaybackClock(int rate) {
        this.rate = rate;
    }

    /** More frames were given to the device; true if it had nothing left before. */
    synchronized boolean written(int frames) {
        boolean first = reported == written;
        if (first) moves = false;
        written += frames;
        return first;
    }

    /** The device says so; true if it moved, or has nothing to move for. */
    synchronized boolean report(long frames, long nanos) {
        if (frames <= reported) return reported == written;
        reported = Math.min(frames, written);
        reportedAt = nanos;
        moves = true;
        return true;
    }

    synchronized long written() {
        return written;
    }

    synchronized long at(long nanos) {
        double since = !moves ? 0 : Math.clamp((nanos - reportedAt) / 1e9, 0, MOST_SECONDS);
        // The last frame counts only when the device says so: then the end is really heard.
        shown = Math.max(shown, Math.max(reported, Math.min(written - 1, reported + (long) (since * rate))));
        return shown;
    }

    synchronized void reset() {
        reported = 0;
        written = 0;
        shown = 0;
        moves = false;
    }
}
