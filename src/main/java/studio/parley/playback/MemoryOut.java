package studio.parley.playback;

import java.util.Arrays;
import studio.parley.audio.Pcm;

/** Keeps everything that was played: what tests and exports listen to. */
public final class MemoryOut implements AudioOut {
    private final int rate;
    private float[] samples = new float[0];
    private int count;

    public MemoryOut(int rate) {
        this.rate = rate;
    }

    @Override
    public void play(float[] mono) {
        if (count + mono.length > samples.length) samples = Arrays.copyOf(samples, Math.max(2 * samples.length, count + mono.length));
        System.arraycopy(mono, 0, samples, count, mono.length);
        count += mono.length;
    }

    /** All that was played so far. */
    public Pcm heard() {
        return Pcm.mono(rate, Arrays.copyOf(samples, count));
    }

    @Override
    public void drain() {}

    @Override
    public void flush() {}

    @Override
    public String describe() {
        return "memory";
    }

    @Override
    public void close() {}
}
