package studio.parley.audio.dsp;

/**
 * The short-time Fourier transform of one channel, and its inverse: square-root Hann window both ways, so that unchanged bins are
 * reproduced exactly. Mutable work space of one thread.
 *
 * <p>{@link #re} and {@link #im} hold {@code frames} rows of {@code size / 2 + 1} bins; frame {@code t} covers the samples
 * {@code (t + 1) * hop - size .. (t + 1) * hop - 1}, with silence outside the signal.
 */
public final class Spectrogram {
    public final int size;
    public final int hop;
    public final float[][] re;
    public final float[][] im;
    private final int samples;
    private final Fft fft;
    private final double[] window;

    /** Transforms {@code signal}; {@code hop} divides {@code size} at least twice. */
    public Spectrogram(float[] signal, int size, int hop) {
        this.size = size;
        this.hop = hop;
        this.samples = signal.length;
        this.fft = new Fft(size);
        this.window = new double[size];
        for (int i = 0; i < size; i++) window[i] = Math.sqrt(0.5 - 0.5 * Math.cos(2 * Math.PI * i / size));
        int frames = Math.ceilDiv(samples + size - hop, hop);
        this.re = new float[frames][size / 2 + 1];
        this.im = new float[frames][size / 2 + 1];
        var a = new double[size];
        var b = new double[size];
        for (int t = 0; t < frames; t++) transform(signal, t, a, b);
    }

    public int frames() {
        return re.length;
    }

    public int bins() {
        return size / 2 + 1;
    }

    /** The sum of the squared window: the mean power of white noise of power 1 in every bin. */
    public double windowPower() {
        return size / 2.0;
    }

    public double power(int frame, int bin) {
        return re[frame][bin] * (double) re[frame][bin] + im[frame][bin] * (double) im[frame][bin];
    }

    private int start(int frame) {
        return (frame + 1) * hop - size;
    }

    private void transform(float[] signal, int t, double[] a, double[] b) {
        for (int i = 0; i < size; i++) {
            int at = start(t) + i;
            a[i] = at >= 0 && at < samples ? signal[at] * window[i] : 0;
            b[i] = 0;
        }
        fft.forward(a, b);
        for (int k = 0; k < bins(); k++) {
            re[t][k] = (float) a[k];
            im[t][k] = (float) b[k];
        }
    }

    /** The signal of the current bins, by weighted overlap-add. */
    public float[] back() {
        var out = new double[samples];
        var a = new double[size];
        var b = new double[size];
        for (int t = 0; t < frames(); t++) {
            for (int k = 0; k < bins(); k++) {
                a[k] = re[t][k];
                b[k] = im[t][k];
                if (k > 0 && k < size / 2) {
                    a[size - k] = a[k];
                    b[size - k] = -b[k];
                }
            }
            fft.inverse(a, b);
            for (int i = 0; i < size; i++) {
                int at = start(t) + i;
                if (at >= 0 && at < samples) out[at] += a[i] * window[i];
            }
        }
        // The squared windows of size/hop overlapping frames sum to this everywhere.
        double gain = 2.0 * hop / size;
        var result = new float[samples];
        for (int i = 0; i < samples; i++) result[i] = (float) (out[i] * gain);
        return result;
    }
}
