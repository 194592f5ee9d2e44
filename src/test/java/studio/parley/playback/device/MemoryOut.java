package studio.parley.playback.device;

import java.util.Arrays;
import studio.parley.audio.pcm.Pcm;

/**
 * Keeps everything that was heard: what tests listen to. Either hears all at once, or is {@link #paced}: a device with a queue
 * whose clock the test moves. Methods from any thread.
 */
public final class MemoryOut implements AudioOut {
    private final int rate;
    private final int queue;
    private float[] samples = new float[0];
    private int written;
    private int heard;
    private int flushedAt;
    private long credit;
    private int flushes;
    private boolean closed;

    /** Hears everything as soon as it is written. */
    public MemoryOut(int rate) {
        this(rate, 0, Long.MAX_VALUE / 2);
    }

    private MemoryOut(int rate, int queue, long credit) {
        this.rate = rate;
        this.queue = queue;
        this.credit = credit;
    }

    /** Takes up to {@code queue} frames ahead and hears nothing until {@link #advance}. */
    public static MemoryOut paced(int rate, int queue) {
        if (queue <= 0) throw new IllegalArgumentException("queue " + queue);
        return new MemoryOut(rate, queue, 0);
    }

    /** Lets {@code frames} more be heard, as soon as they are there; a flush cancels what is left of them. */
    public synchronized void advance(long frames) {
        credit += frames;
        hear();
    }

    private void hear() {
        int now = (int) Math.min(credit, written - heard);
        heard += now;
        if (queue > 0) credit -= now;
        notifyAll();
    }

    @Override
    public synchronized void write(float[] mono) {
        for (int at = 0; at < mono.length && !closed; ) {
            int count = Math.min(available(), mono.length - at);
            if (count > 0) add(mono, at, count);
            else pause();
            at += count;
        }
    }

    @Override
    public synchronized int available() {
        return queue == 0 ? Integer.MAX_VALUE : queue - (written - heard);
    }

    private void add(float[] mono, int from, int count) {
        if (written + count > samples.length) samples = Arrays.copyOf(samples, Math.max(2 * samples.length, written + count));
        System.arraycopy(mono, from, samples, written, count);
        written += count;
        hear();
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** All that was heard so far, since it was made. */
    public synchronized Pcm heard() {
        return Pcm.mono(rate, Arrays.copyOf(samples, heard));
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** Frames that wait to be heard. */
    public synchronized int queued() {
        return written - heard;
    }

    /** How often it was flushed. */
    public synchronized int flushes() {
        return flushes;
    }

    @Override
    public synchronized long heardFrames() {
        return heard - flushedAt;
    }

    @Override
    public synchronized long flush() {
        long since = heard - flushedAt;
        written = heard;
        flushedAt = heard;
        flushes++;
        if (queue > 0) credit = 0;
        notifyAll();
        return since;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
