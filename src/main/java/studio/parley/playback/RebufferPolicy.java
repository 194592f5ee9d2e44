package studio.parley.playback;

/**
 * How much sound to collect before playing goes on after it ran out of rendered sound: 0.32 s, twice as much each time it runs
 * out again, up to 5 s; but what is there is played when nothing more has come for 0.3 s. Pure bookkeeping.
 */
final class RebufferPolicy {
    private static final double FIRST_SECONDS = 0.32;
    private static final double MOST_SECONDS = 5;
    private static final long PATIENCE_NANOS = 300_000_000;

    private double seconds = FIRST_SECONDS;
    private boolean dry;
    private long ready = -1;
    private long since;

    /** Everything was heard and nothing more is there. */
    void ranDry() {
        if (dry) return;
        dry = true;
        ready = -1;
    }

    /** Whether to play on, {@code ahead} frames of the rate {@code rate} being there beyond the playhead at the time {@code nanos}. */
    boolean enough(long ahead, int rate, long nanos) {
        if (!dry) return ahead > 0;
        if (ahead != ready) {
            ready = ahead;
            since = nanos;
        }
        boolean goes = ahead > 0 && (ahead >= seconds * rate || nanos - since >= PATIENCE_NANOS);
        if (goes) {
            dry = false;
            seconds = Math.min(MOST_SECONDS, 2 * seconds);
        }
        return goes;
    }

    /** A new start. */
    void reset() {
        seconds = FIRST_SECONDS;
        dry = false;
    }
}
