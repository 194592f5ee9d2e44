package studio.parley.playback;

/**
 * How much sound to collect before it is let out: four frames of 80 ms (as csm-multi's diffeS.py), twice as much after every
 * time the stock ran dry, up to five seconds. Pure bookkeeping, in samples.
 */
final class PrebufferPolicy {
    private static final double FIRST_SECONDS = 0.32;
    private static final double MOST_SECONDS = 5;

    private final int rate;
    private double seconds = FIRST_SECONDS;
    private long stock;

    PrebufferPolicy(int rate) {
        this.rate = rate;
    }

    /** Samples arrive; {@code ranDry} says that all before were heard already. True if sound must wait again. */
    boolean queued(int samples, boolean ranDry) {
        boolean waits = ranDry && stock > 0;
        if (waits) {
            seconds = Math.min(MOST_SECONDS, 2 * seconds);
            stock = 0;
        }
        stock += samples;
        return waits;
    }

    boolean isFull() {
        return stock >= seconds * rate;
    }

    /** Everything was heard or dropped. */
    void empty() {
        stock = 0;
    }
}
