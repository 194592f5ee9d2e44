package studio.parley.playback;

/**
 * How much rendered sound to collect before it is let out, at the start and after every underrun: 0.32 s (four frames of CSM), twice as
 * much each time, up to 5 s. What is there is played when nothing more has come for as long. All of a sound that grows no more is
 * enough. Pure bookkeeping.
 */
final class RebufferPolicy {
    private static final double FIRST_SECONDS = 0.32;
    private static final double MOST_SECONDS = 5;

    private double seconds = FIRST_SECONDS;
    private boolean collecting = true;
    /** It had to wait for what it collects now. */
    private boolean waited;
    /** Frames ahead when it looked last; negative at first. */
    private long ahead = -1;
    private long grownAt;

    /** Everything was heard and nothing more is there. */
    void underrun() {
        waited = true;
        if (collecting) return;
        collecting = true;
        ahead = -1;
    }

    /** Whether to play on, {@code frames} of the rate {@code rate} being there beyond the playhead at the time {@code nanos}. */
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
