package studio.parley.audio.dsp;

import java.util.Arrays;
import studio.parley.audio.pcm.Pcm;

/**
 * Changes the sample rate with a Kaiser-windowed sinc, polyphase, for any pair of whole rates. Delay-compensated: output sample 0 is input
 * sample 0. {@code n} input samples give {@code ceil(n * to / from)} (torchaudio's count). Resampling in pieces gives the same samples, bit
 * for bit, as all at once.
 *
 * <p>An instance handles one channel of one stream and belongs to one thread; {@link #resample} is thread-safe.
 */
public final class Resampler {
    private final int from;
    private final int to;
    private final ResampleFilter filter;
    private float[] held;
    private int heldCount;
    /** Position in the stream of {@code held[0]}; before the first sample there is silence. */
    private long heldFrom;
    private long consumed;
    private long produced;

    public Resampler(int from, int to) {
        if (from <= 0 || to <= 0) throw new IllegalArgumentException(from + " -> " + to);
        this.from = from;
        this.to = to;
        this.filter = ResampleFilter.of(from, to);
        this.held = new float[4 * filter.reach];
        this.heldCount = filter.reach;
        this.heldFrom = -filter.reach;
    }

    /** The audio at another rate; the same object if it has that rate already. */
    public static Pcm resample(Pcm pcm, int rate) {
        if (pcm.rate() == rate) return pcm;
        var channels = new float[pcm.channels()][];
        for (int c = 0; c < channels.length; c++) channels[c] = whole(pcm.raw(c), pcm.rate(), rate);
        return Pcm.owning(rate, channels);
    }

    private static float[] whole(float[] in, int from, int to) {
        var stream = new Resampler(from, to);
        var body = stream.push(in);
        var tail = stream.finish();
        var out = Arrays.copyOf(body, body.length + tail.length);
        System.arraycopy(tail, 0, out, body.length, tail.length);
        return out;
    }

    /** Takes more input and returns the output that is final so far (it lags by the filter's reach). */
    public float[] push(float[] in) {
        if (from == to) return in.clone();
        take(in, in.length);
        return ready(Long.MAX_VALUE);
    }

    /** The rest, after the last input; afterwards the stream cannot be used again. */
    public float[] finish() {
        if (from == to) return new float[0];
        long total = Math.ceilDiv(consumed * to, from);
        long real = consumed;
        take(new float[filter.reach + 1], filter.reach + 1);
        consumed = real;
        return ready(total);
    }

    private void take(float[] in, int count) {
        long needed = produced * filter.down / filter.up - filter.reach;
        int drop = Math.clamp(needed - heldFrom, 0, heldCount);
        System.arraycopy(held, drop, held, 0, heldCount - drop);
        heldFrom += drop;
        heldCount -= drop;
        if (held.length < heldCount + count) held = Arrays.copyOf(held, Math.max(heldCount + count, held.length * 2));
        System.arraycopy(in, 0, held, heldCount, count);
        heldCount += count;
        consumed += count;
    }

    /** All outputs whose neighbourhood is complete, up to {@code limit} in total. */
    private float[] ready(long limit) {
        long lastWhole = heldFrom + heldCount - 1 - filter.reach;
        long upTo = lastWhole < 0 ? produced : Math.min(limit, ((lastWhole + 1) * filter.up - 1) / filter.down + 1);
        var out = new float[(int) Math.max(0, upTo - produced)];
        for (int i = 0; i < out.length; i++) {
            long at = (produced + i) * filter.down;
            int middle = (int) (at / filter.up - heldFrom);
            out[i] = weigh(filter.row((int) (at % filter.up)), middle - filter.reach + 1);
        }
        produced += out.length;
        return out;
    }

    private float weigh(double[] row, int first) {
        double a = 0;
        double b = 0;
        // Two sums: the processor need not wait for one addition before the next.
        for (int k = 0; k < row.length; k += 2) {
            a += row[k] * held[first + k];
            b += row[k + 1] * held[first + k + 1];
        }
        return (float) (a + b);
    }
}
