package studio.parley.watermark;

/**
 * Searches for the signs of a key at every offset of their period at once. For the folded window z and the signs p, c[k] = sum z[i + k]
 * p[i]; a {@link Peak}'s height is c[k] / |z|, so that signs independent of z give a height of mean 0 and variance 1. Immutable; one call
 * allocates its own work space.
 */
final class Correlator {
    private static final int SIDE = 256;
    private static final RowFft FFT = new RowFft(SIDE);

    private final float[][] signsRe;
    /** Negative: of the conjugate. */
    private final float[][] signsIm = new float[SIDE][SIDE];

    /** The most likely offset of the signs: {@code offset} in the period, {@code height} with the sign of the correlation. */
    record Peak(int offset, double height) {}

    Correlator(WatermarkKey key) {
        var signs = key.signs(WatermarkBand.PERIOD);
        signsRe = rows(signs);
        FFT.forward(signsRe, signsIm);
        for (var row : signsIm) for (int i = 0; i < SIDE; i++) row[i] = -row[i];
    }

    private static float[][] rows(float[] z) {
        var rows = new float[SIDE][SIDE];
        for (int i = 0; i < z.length; i++) rows[i / SIDE][i % SIDE] = z[i];
        return rows;
    }

    /** Samples {@code from .. to} added up period by period, at their offset in the period of the whole file. */
    static float[] fold(float[] y, int from, int to) {
        var z = new float[WatermarkBand.PERIOD];
        for (int i = from; i < to; i++) z[i % WatermarkBand.PERIOD] += y[i];
        return z;
    }

    static double norm(float[] z) {
        double sum = 0;
        for (var v : z) sum += v * (double) v;
        return Math.sqrt(sum);
    }

    /** The peaks of two windows with one transform: the second is the imaginary part. */
    Peak[] peaks(float[] z, float[] other) {
        var re = rows(z);
        var im = rows(other);
        correlate(re, im);
        return new Peak[] {peak(re, norm(z)), peak(im, norm(other))};
    }

    private static Peak peak(float[][] c, double norm) {
        if (norm == 0) return new Peak(0, 0);
        int best = 0;
        float most = 0;
        for (int r = 0; r < SIDE; r++) {
            for (int i = 0; i < SIDE; i++) {
                if (Math.abs(c[r][i]) <= most) continue;
                most = Math.abs(c[r][i]);
                best = r * SIDE + i;
            }
        }
        return new Peak(best, c[best / SIDE][best % SIDE] / norm);
    }

    /** c[k] / |z| for every k. */
    double[] heights(float[] z) {
        var re = rows(z);
        correlate(re, new float[SIDE][SIDE]);
        var heights = new double[WatermarkBand.PERIOD];
        double norm = norm(z);
        for (int k = 0; k < heights.length; k++) heights[k] = re[k / SIDE][k % SIDE] / norm;
        return heights;
    }

    /** Replaces both parts by their correlation with the signs, which are real. */
    private void correlate(float[][] re, float[][] im) {
        FFT.forward(re, im);
        for (int r = 0; r < SIDE; r++) {
            RowFft.multiply(re[r], im[r], signsRe[r], signsIm[r]);
            for (int i = 0; i < SIDE; i++) {
                re[r][i] *= 1f / WatermarkBand.PERIOD;
                im[r][i] *= 1f / WatermarkBand.PERIOD;
            }
        }
        FFT.forward(im, re);
    }
}
