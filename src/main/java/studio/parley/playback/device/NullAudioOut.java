package studio.parley.playback.device;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** An output without sound, for machines without an audio device: takes as long as real playback, so that the playhead moves. */
public final class NullAudioOut implements AudioOut {
    private static final double QUEUE_SECONDS = 0.08;

    private final int rate;
    private final LongSupplier nanos;
    private long written;
    /** When the frame after {@link #before} began to play; frames up to there were played earlier. */
    private long since;
    private long before;
    private volatile boolean closed;

    /** Consumes {@code rate} frames per second. */
    public NullAudioOut(int rate) {
        this(rate, System::nanoTime);
    }

    /** With another clock, for tests. */
    public NullAudioOut(int rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
    }

    @Override
    public void write(float[] mono) {
        synchronized (this) {
            if (heardFrames() == written) {
                before = written;
                since = nanos.getAsLong();
            }
            written += mono.length;
        }
        while (!closed && queued() > rate * QUEUE_SECONDS && !Thread.currentThread().isInterrupted()) LockSupport.parkNanos(2_000_000);
    }

    @Override
    public synchronized int available() {
        return (int) Math.max(0, rate * QUEUE_SECONDS - queued());
    }

    private synchronized long queued() {
        return written - heardFrames();
    }

    @Override
    public synchronized long heardFrames() {
        return Math.min(written, before + (long) ((nanos.getAsLong() - since) * (double) rate / 1e9));
    }

    @Override
    public synchronized long flush() {
        long heard = heardFrames();
        written = 0;
        before = 0;
        return heard;
    }

    @Override
    public void close() {
        closed = true;
    }
}
