package studio.parley.watermark;

import studio.parley.audio.dsp.Fft;

/**
 * Searches for the signs of a key at every offset of their period at once. For the folded window z and the signs p, c[k] = sum z[i + k]
 * p[i]; a {@link Peak}'s height is c[k] / |z|, so that signs independent of z give a height of mean 0 and variance 1. Immutable; one call
 * allocates its own work space.
 */
final class Correlator {
    private static final Fft FFT = new Fft(WatermarkBand.PERIOD);

    private final double[] signsRe = new double[WatermarkBand.PERIOD];
    private final double[] signsIm = new double[WatermarkBand.PERIOD];

    /** The most likely offset of the signs: {@code offset} in the period, {@code height} with the sign of the correlation. */
    record Peak(int offset, double height) {}

    Correlator(WatermarkKey key) {
        var signs = key.signs(WatermarkBand.PERIOD);
        for (int i = 0; i < signs.length; i++) signsRe[i] = signs[i];
        FFT.forward(signsRe, signsIm);
    }

    /** Samples {@code from .. to} added up period by period, at their offset in the period of the whole file. */
    static double[] fold(float[] y, int from, int to) {
        var z = new double[WatermarkBand.PERIOD];
        for (int i = from; i < to; i++) z[i % WatermarkBand.PERIOD] += y[i];
        return z;
    }

    static double norm(double[] z) {
        double sum = 0;
        for (var v : z) sum += v * v;
        return Math.sqrt(sum);
    }

    /** The peaks of two windows with one transform: the second is the imaginary part. */
    Peak[] peaks(double[] z, double[] other) {
        var re = z.clone();
        var im = other.clone();
        correlate(re, im);
        return new Peak[] {peak(re, norm(z)), peak(im, norm(other))};
    }

    private static Peak peak(double[] c, double norm) {
        if (norm == 0) return new Peak(0, 0);
        int best = 0;
        for (int k = 1; k < c.length; k++) if (Math.abs(c[k]) > Math.abs(c[best])) best = k;
        return new Peak(best, c[best] / norm);
    }

    /** c[k] / |z| for every k. */
    double[] heights(double[] z) {
        double norm = norm(z);
        var re = z.clone();
        correlate(re, new double[re.length]);
        for (int k = 0; k < re.length; k++) re[k] /= norm;
        return re;
    }

    /** Replaces both parts by their correlation with the signs, which are real. */
    private void correlate(double[] re, double[] im) {
        FFT.forward(re, im);
        for (int k = 0; k < re.length; k++) {
            double r = re[k] * signsRe[k] + im[k] * signsIm[k];
            im[k] = im[k] * signsRe[k] - re[k] * signsIm[k];
            re[k] = r;
        }
        FFT.inverse(re, im);
    }
}
