package studio.parley.watermark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import studio.parley.audio.pcm.Pcm;

/**
 * Adds the watermark to mono audio while it is generated: the same noise as {@link Watermark#embed}, but its energy is limited piece by piece, because
 * the whole is not known yet. What comes out lags 43 ms behind, because the speech after a moment counts as well. Audio of another rate
 * than the watermark's comes out at the end. One thread.
 */
public final class WatermarkStream {
    /** A frame of the analysis, and the frames around it on which its masking depends, at both sides of what is sent. */
    private static final int AROUND = 2 * WatermarkBand.SIZE;
    /** Over so many samples the noise of one piece becomes that of the next. */
    private static final int FADE = 64;
    /** Shorter pieces wait for more: each is analysed with what is around it. */
    private static final int SHORTEST = 480;

    private final WatermarkKey key;
    private final int rate;
    private final float[] signs;
    private final int start;
    /** Audio from sample {@link #first} on: what was not sent, and some before it. */
    private float[] held = {};
    private int first;
    private int sent;
    private float[] tail = {};

    /** {@code content} distinguishes this audio from any other: the noise begins at another place in its period for each. */
    public WatermarkStream(WatermarkKey key, int rate, String content) {
        this.key = key;
        this.rate = rate;
        this.signs = key.signs(WatermarkBand.PERIOD);
        this.start = key.pick(content.getBytes(StandardCharsets.UTF_8), WatermarkBand.PERIOD);
    }

    /** The next samples; returns those that are ready, which may be none. */
    public float[] push(float[] samples) {
        int old = held.length;
        held = Arrays.copyOf(held, old + samples.length);
        System.arraycopy(samples, 0, held, old, samples.length);
        int ready = first + held.length - AROUND;
        return rate == WatermarkBand.RATE && ready - sent >= SHORTEST ? marked(ready) : new float[0];
    }

    /** The rest. */
    public float[] finish() {
        if (rate != WatermarkBand.RATE) return held.length == 0 ? held : Watermark.embed(Pcm.mono(rate, held), key).samples(0);
        return marked(first + held.length);
    }

    private float[] marked(int to) {
        var mark = Watermark.mark(held, signs());
        var out = Arrays.copyOfRange(held, sent - first, to - first);
        for (int i = 0; i < out.length; i++) {
            float fresh = mark[sent - first + i];
            float share = i < tail.length ? (i + 1f) / (tail.length + 1) : 1;
            out[i] += share == 1 ? fresh : share * fresh + (1 - share) * tail[i];
        }
        tail = Arrays.copyOfRange(mark, to - first, Math.min(mark.length, to - first + FADE));
        sent = to;
        int drop = Math.max(0, sent - AROUND - first);
        held = Arrays.copyOfRange(held, drop, held.length);
        first += drop;
        return out;
    }

    private float[] signs() {
        var out = new float[held.length];
        for (int i = 0; i < out.length; i++) out[i] = signs[(int) (((long) start + first + i) % WatermarkBand.PERIOD)];
        return out;
    }
}
