package studio.parley.studio.project.render;

import java.util.Arrays;

/**
 * The audio of a line while it is rendered: mono, its first take, before the watermark. Grows; starts over when an attempt is discarded
 * ({@link #restarts}). Any thread; reading never waits for the model.
 */
public final class StreamingAudio {
    private final int rate;
    private float[] samples = new float[0];
    private int length;
    private int restarts;

    StreamingAudio(int rate) {
        this.rate = rate;
    }

    /** Samples per second. */
    public int rate() {
        return rate;
    }

    /** Samples so far. */
    public synchronized int length() {
        return length;
    }

    /** A copy of the samples from {@code from} on; empty if there are none yet. */
    public synchronized float[] from(int from) {
        return Arrays.copyOfRange(samples, Math.clamp(from, 0, length), length);
    }

    /** How often the audio started over: when this changes, what was read before is invalid. */
    public synchronized int restarts() {
        return restarts;
    }

    synchronized void add(float[] more) {
        if (length + more.length > samples.length) samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + more.length));
        System.arraycopy(more, 0, samples, length, more.length);
        length += more.length;
    }

    synchronized void restart() {
        length = 0;
        restarts++;
    }
}
