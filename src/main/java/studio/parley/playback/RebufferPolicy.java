package studio.parley.playback;

/**
 * How much rendered audio to buffer before it plays, at the start and after every underrun: 0.32 s (four frames of CSM), doubled each time,
 * up to 5 s. If nothing new arrives for as long, the existing audio plays. All of a source that grows no more is enough. Pure bookkeeping.
 */
final class RebufferPolicy {
    private static final double FIRST_SECONDS = 0.32;
    private static final double MOST_SECONDS = 5;

    private double seconds = FIRST_SECONDS;
    private boolean collecting = true;
    /** It had to wait for the current buffer. */
    private boolean waited;
    /** Frames ahead at the last check; negative at first. */
    private long ahead = -1;
    private long grownAt;

    /** A buffer underrun. */
    void underrun() {
        waited = true;
        if (collecting) return;
        collecting = true;
        ahead = -1;
    }

    /** Whether to continue, with {@code frames} at {@code rate} available beyond the playhead at the time {@code nanos}. */
    boolean isEnough(long frames, int rate, long nanos) {
        if (!collecting) return frames > 0;
        if (frames != ahead) grownAt = nanos;
        ahead = frames;
        boolean enough = frames > 0 && (frames >= seconds * rate || nanos - grownAt >= seconds * 1e9);
        if (enough && waited) seconds = Math.min(MOST_SECONDS, 2 * seconds);
        collecting = !enough;
        waited = !enough;
        return enough;
    }

    /** A new start. */
    void restart() {
        seconds = FIRST_SECONDS;
        collecting = true;
        waited = false;
        ahead = -1;
    }
}
