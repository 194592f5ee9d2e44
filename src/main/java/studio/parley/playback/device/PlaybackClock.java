package studio.parley.playback.device;

/**
 * Estimates how many frames have been played, from a device that reports it in steps: between two reports time continues, but not further
 * than the next report can be, nor beyond what was written, and never backwards. Any thread.
 */
final class PlaybackClock {
    private static final double MOST_SECONDS = 0.05;

    private final int rate;
    private long reported;
    private long reportedAt;
    private long written;
    private long shown;
    /** The device has reported progress since it got data; some begin a while later. */
    private boolean moves;

    PlaybackClock(int rate) {
        this.rate = rate;
    }

    /** More frames were written to the device; true if it had nothing left before. */
    synchronized boolean written(int frames) {
        boolean first = reported == written;
        if (first) moves = false;
        written += frames;
        return first;
    }

    /** A report of the device; true if it advanced, or has nothing to play. */
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
        // The last frame counts only if the device reports it: then the end was really played.
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
