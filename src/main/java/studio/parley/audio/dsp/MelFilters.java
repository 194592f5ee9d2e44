package studio.parley.audio.dsp;

import java.util.Arrays;

/**
 * Triangles of equal area on Slaney's mel scale (linear up to 1 kHz, logarithmic above), from 0 Hz to half the sample rate: from a power
 * spectrum to so many bands. Immutable.
 */
public final class MelFilters {
    private static final double LINEAR = 200.0 / 3;
    private static final double KNEE = 1000;
    private static final double STEP = Math.log(6.4) / 27;
    private final int[] first;
    private final double[][] weights;

    public MelFilters(int bands, int fft, int rate) {
        var edges = new double[bands + 2];
        double top = mel(rate / 2.0);
        for (int i = 0; i < edges.length; i++) edges[i] = hertz(top * i / (bands + 1));
        first = new int[bands];
        weights = new double[bands][];
        for (int i = 0; i < bands; i++) triangle(i, edges[i], edges[i + 1], edges[i + 2], fft, rate);
    }

    private void triangle(int band, double from, double peak, double to, int fft, int rate) {
        var row = new double[fft / 2 + 1];
        int last = -1;
        first[band] = row.length;
        for (int k = 0; k < row.length; k++) {
            double f = (double) k * rate / fft;
            row[k] = Math.max(0, Math.min((f - from) / (peak - from), (to - f) / (to - peak))) * 2 / (to - from);
            if (row[k] > 0) {
                first[band] = Math.min(first[band], k);
                last = k;
            }
        }
        weights[band] = last < 0 ? new double[0] : Arrays.copyOfRange(row, first[band], last + 1);
    }

    /** The power in one band. */
    public double power(int band, double[] spectrum) {
        double sum = 0;
        for (int i = 0; i < weights[band].length; i++) sum += weights[band][i] * spectrum[first[band] + i];
        return sum;
    }

    private static double mel(double hertz) {
        return hertz < KNEE ? hertz / LINEAR : KNEE / LINEAR + Math.log(hertz / KNEE) / STEP;
    }

    private static double hertz(double mel) {
        return mel < KNEE / LINEAR ? mel * LINEAR : KNEE * Math.exp(STEP * (mel - KNEE / LINEAR));
    }
}
