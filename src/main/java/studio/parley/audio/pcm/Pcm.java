package studio.parley.audio.pcm;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Audio samples: one float array per channel, all of the same length, nominally in [-1, 1] (values beyond are kept), at a whole number of
 * frames per second. Immutable and safe to share between threads.
 */
public final class Pcm {
    private final float[][] channels;
    private final int rate;

    private Pcm(float[][] channels, int rate) {
        if (channels.length == 0) throw new IllegalArgumentException("no channels");
        if (rate <= 0) throw new IllegalArgumentException("rate " + rate);
        for (var c : channels) if (c.length != channels[0].length) throw new IllegalArgumentException("channels differ in length");
        this.channels = channels;
        this.rate = rate;
    }

    /** Takes ownership of the arrays without copying: only for packages of audio that create them and drop their reference. */
    public static Pcm owning(int rate, float[]... channels) {
        return new Pcm(channels, rate);
    }

    /** One channel; the array is copied. */
    public static Pcm mono(int rate, float[] samples) {
        return new Pcm(new float[][] {samples.clone()}, rate);
    }

    /** Any number of channels of equal length; the arrays are copied. */
    public static Pcm of(int rate, float[]... channels) {
        return new Pcm(Arrays.stream(channels).map(float[]::clone).toArray(float[][]::new), rate);
    }

    public static Pcm silence(int rate, int channels, int frames) {
        return new Pcm(new float[channels][frames], rate);
    }

    /** Frames (samples per channel) per second. */
    public int rate() {
        return rate;
    }

    public int channels() {
        return channels.length;
    }

    /** Samples per channel. */
    public int frames() {
        return channels[0].length;
    }

    public double seconds() {
        return (double) frames() / rate;
    }

    public float at(int channel, int frame) {
        return channels[channel][frame];
    }

    /** A copy of one channel. */
    public float[] samples(int channel) {
        return channels[channel].clone();
    }

    /** Copies {@code count} samples of one channel, beginning at {@code from}, into {@code into} at {@code offset}. */
    public void copy(int channel, int from, float[] into, int offset, int count) {
        System.arraycopy(channels[channel], from, into, offset, count);
    }

    /** The array itself: only for packages of audio, and read-only. */
    public float[] raw(int channel) {
        return channels[channel];
    }

    /** The mean of all channels (like torchaudio and voice_clone.py); this object if it is mono already. */
    public Pcm toMono() {
        if (channels.length == 1) return this;
        var mix = new float[frames()];
        for (int i = 0; i < mix.length; i++) {
            double sum = 0;
            for (var c : channels) sum += c[i];
            mix[i] = (float) (sum / channels.length);
        }
        return owning(rate, mix);
    }

    /** One channel as mono audio. */
    public Pcm channel(int channel) {
        return owning(rate, channels[channel]);
    }

    /** Without so much of beginning and end; may leave nothing. */
    public Pcm trimmed(int startMillis, int endMillis) {
        int from = (int) Math.min(frames(), (long) startMillis * rate / 1000);
        return slice(from, (int) Math.max(from, frames() - (long) endMillis * rate / 1000));
    }

    /** Frames {@code from} (inclusive) to {@code to} (exclusive). */
    public Pcm slice(int from, int to) {
        if (from == 0 && to == frames()) return this;
        return new Pcm(Arrays.stream(channels).map(c -> Arrays.copyOfRange(c, checked(from, to), to)).toArray(float[][]::new), rate);
    }

    private int checked(int from, int to) {
        if (from < 0 || to > frames() || from > to) throw new IndexOutOfBoundsException(from + ".." + to + " of " + frames());
        return from;
    }

    /** Every sample times {@code gain} (linear). */
    public Pcm times(double gain) {
        if (gain == 1) return this;
        return new Pcm(Arrays.stream(channels).map(c -> scaled(c, gain)).toArray(float[][]::new), rate);
    }

    private static float[] scaled(float[] in, double gain) {
        var out = new float[in.length];
        for (int i = 0; i < in.length; i++) out[i] = (float) (in[i] * gain);
        return out;
    }

    /** This audio followed by another with the same rate and channel count. */
    public Pcm then(Pcm next) {
        if (next.rate != rate || next.channels.length != channels.length) {
            throw new IllegalArgumentException(this + " cannot be followed by " + next);
        }
        var both = IntStream.range(0, channels.length).mapToObj(c -> joined(channels[c], next.channels[c]));
        return new Pcm(both.toArray(float[][]::new), rate);
    }

    private static float[] joined(float[] a, float[] b) {
        var out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pcm p && p.rate == rate && Arrays.deepEquals(p.channels, channels);
    }

    @Override
    public int hashCode() {
        return 31 * rate + Arrays.deepHashCode(channels);
    }

    @Override
    public String toString() {
        return frames() + " frames of " + channels.length + " channel(s) at " + rate + " Hz";
    }
}
