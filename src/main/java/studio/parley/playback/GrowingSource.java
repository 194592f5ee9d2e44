package studio.parley.playback;

import java.util.Arrays;
import studio.parley.audio.pcm.Pcm;

/** Mono audio in memory that may be played while it is generated: grows by {@link #add} until {@link #complete}. Any thread. */
public final class GrowingSource implements AudioSource {
    private final int rate;
    private float[] samples = {};
    private int length;
    private boolean complete;

    public GrowingSource(int rate) {
        this.rate = rate;
    }

    GrowingSource(Pcm whole) {
        this(whole.rate());
        add(whole.toMono().samples(0));
        complete = true;
    }

    public synchronized void add(float[] more) {
        if (length + more.length > samples.length) samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + more.length));
        System.arraycopy(more, 0, samples, length, more.length);
        length += more.length;
    }

    /** No more will come. */
    public synchronized void complete() {
        complete = true;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public synchronized long length() {
        return length;
    }

    @Override
    public synchronized boolean growing() {
        return !complete;
    }

    @Override
    public synchronized Pcm read(long from, int count) {
        var out = new float[count];
        long first = Math.max(0, from);
        long last = Math.min(length, from + count);
        if (first < last) System.arraycopy(samples, (int) first, out, (int) (first - from), (int) (last - first));
        return Pcm.mono(rate, out);
    }
}
