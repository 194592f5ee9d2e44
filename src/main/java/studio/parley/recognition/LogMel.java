package studio.parley.recognition;

import java.nio.FloatBuffer;
import studio.parley.audio.dsp.CompositeFft;
import studio.parley.audio.dsp.MelFilters;

/** The log-mel spectrogram of one window, as docs/recogniser-folder.md defines it. Work space of one thread. */
final class LogMel {
    private static final int SIZE = RecogniserContract.FFT;
    private static final int HOP = RecogniserContract.HOP;
    private static final double LEAST_POWER = 1e-10;
    /** Powers of ten below the largest value. */
    private static final double RANGE = 8;

    private final int bands;
    private final int columns;
    private final MelFilters filters;
    private final CompositeFft fft = new CompositeFft(SIZE);
    private final double[] window = new double[SIZE];
    private final double[] re = new double[SIZE];
    private final double[] im = new double[SIZE];
    private final double[] power = new double[SIZE / 2 + 1];

    LogMel(int bands, int columns) {
        this.bands = bands;
        this.columns = columns;
        this.filters = new MelFilters(bands, SIZE, RecogniserContract.SAMPLE_RATE);
        for (int i = 0; i < SIZE; i++) window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
    }

    /** Writes [bands, columns]: samples {@code from} to {@code to} of 16 kHz audio, then silence; the window sees nothing beyond. */
    void write(float[] audio, int from, int to, FloatBuffer into) {
        var log = new double[bands][columns];
        double most = Math.log10(LEAST_POWER);
        // Two real spectra cost one complex one.
        for (int t = 0; t < columns; t += 2) {
            for (int i = 0; i < SIZE; i++) {
                re[i] = window[i] * sample(audio, from, to, t * HOP + i - SIZE / 2);
                im[i] = window[i] * sample(audio, from, to, (t + 1) * HOP + i - SIZE / 2);
            }
            fft.forward(re, im);
            most = Math.max(most, column(log, t, 1));
            if (t + 1 < columns) most = Math.max(most, column(log, t + 1, -1));
        }
        for (int band = 0; band < bands; band++) {
            for (int t = 0; t < columns; t++) into.put(band * columns + t, (float) ((Math.max(log[band][t], most - RANGE) + 4) / 4));
        }
    }

    /** The real ({@code sign} 1) or imaginary (-1) input's spectrum out of both; returns the largest value. */
    private double column(double[][] log, int t, int sign) {
        for (int k = 0; k < power.length; k++) {
            int mirror = (SIZE - k) % SIZE;
            double a = re[k] + sign * re[mirror];
            double b = im[k] - sign * im[mirror];
            power[k] = (a * a + b * b) / 4;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int band = 0; band < bands; band++) {
            log[band][t] = Math.log10(Math.max(LEAST_POWER, filters.power(band, power)));
            most = Math.max(most, log[band][t]);
        }
        return most;
    }

    /** Sample {@code i} of the window, whose ends are reflected. */
    private double sample(float[] audio, int from, int to, int i) {
        int length = columns * HOP;
        int inside = i < 0 ? -i : i >= length ? 2 * (length - 1) - i : i;
        return from + inside < to ? audio[from + inside] : 0;
    }
}
