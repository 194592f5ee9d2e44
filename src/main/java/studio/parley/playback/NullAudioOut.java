package studio.parley.playback;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Sound that nobody hears, for machines without a sound card; given a rate it passes as slowly as if it were heard. */
public final class NullAudioOut implements AudioOut {
    private static final double QUEUE_SECONDS = 0.08;

    private final int rate;
    private final LongSupplier nanos;
    private long played;
    /** When the frame after {@link #before} began to sound; frames up to there were heard earlier. */
    private long since;
    private long before;
    private volatile boolean closed;

    /** Swallows everything at once. */
    public NullAudioOut() {
        this(0);
    }

    /** Swallows {@code rate} frames per second, so that the playhead moves. */
    public NullAudioOut(int rate) {
        this(rate, System::nanoTime);
    }

    /** With another clock, for tests. */
    public NullAudioOut(int rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
    }

    @Override
    public void play(float[] mono) {
        synchronized (this) {
            if (heardFrames() == played) {
                before = played;
                since = nanos.getAsLong();
            }
            played += mono.length;
        }
        while (!closed && queued() > rate * QUEUE_SECONDS && !Thread.currentThread().isInterrupted()) LockSupport.parkNanos(2_000_000);
    }

    @Override
    public synchronized int room() {
        return rate == 0 ? Integer.MAX_VALUE : (int) Math.max(0, rate * QUEUE_SECONDS - queued());
    }

    private synchronized long queued() {
        return played - heardFrames();
    }

    @Override
    public synchronized long heardFrames() {
        if (rate == 0) return played;
        return Math.min(played, before + (long) ((nanos.getAsLong() - since) * (double) rate / 1e9));
    }

    @Override
    public void drain() {
        while (!closed && queued() > 0 && !Thread.currentThread().isInterrupted()) LockSupport.parkNanos(2_000_000);
    }

    @Override
    public synchronized long flush() {
        long heard = heardFrames();
        played = 0;
        before = 0;
        return heard;
    }

    @Override
    public String describe() {
        return "no audio device";
    }

    @Override
    public void close() {
        closed = true;
    }
}
