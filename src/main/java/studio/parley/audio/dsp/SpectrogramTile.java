package studio.parley.audio.dsp;

import java.util.Arrays;
import studio.parley.audio.pcm.Pcm;

/**
 * A range of audio as an image of its spectrum: {@code columns} moments from left to right, {@code rows} frequencies from the highest at
 * the top to 0 Hz at the bottom on the mel scale, strength from 0 (-100 dB or less) to 255 (a full-scale sine). The cost depends on the
 * pixels, not on the samples: each column looks at no more than four windows of 1024 samples and uses the strongest. Immutable; draw it off
 * the JavaFX thread.
 */
public final class SpectrogramTile {
    public static final double FLOOR_DB = -100;
    private static final int SIZE = 1024;
    private static final int MOST_LOOKS = 4;
    private static final Fft FFT = new Fft(SIZE);
    private static final double[] WINDOW = hann();

    private final int columns;
    private final int rows;
    private final byte[] strengths;

    private SpectrogramTile(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.strengths = new byte[columns * rows];
    }

    /** The first channel between the frames {@code from} and {@code to}, with silence outside the audio. */
    public static SpectrogramTile of(Pcm pcm, double from, double to, int columns, int rows) {
        var tile = new SpectrogramTile(columns, rows);
        var bins = new double[rows + 1];
        for (int r = 0; r <= rows; r++) bins[r] = hertz(r, rows, pcm.rate()) * SIZE / pcm.rate();
        double width = (to - from) / columns;
        int looks = (int) Math.clamp(Math.ceil(width / SIZE), 1, MOST_LOOKS);
        var re = new double[SIZE];
        var im = new double[SIZE];
        var power = new double[SIZE / 2 + 1];
        for (int c = 0; c < columns; c++) {
            Arrays.fill(power, 0);
            for (int l = 0; l < looks; l++) look(pcm.raw(0), from + (c + (l + 0.5) / looks) * width, re, im, power);
            for (int r = 0; r < rows; r++) tile.strengths[r * columns + c] = strength(strongest(power, bins[r + 1], bins[r]));
        }
        return tile;
    }

    /** The frequency at the upper edge of a row; row {@code rows} begins at 0 Hz. */
    public static double hertz(double row, int rows, int rate) {
        double top = 2595 * Math.log10(1 + rate / 2.0 / 700);
        return 700 * (Math.pow(10, top * (1 - row / rows) / 2595) - 1);
    }

    private static double[] hann() {
        var out = new double[SIZE];
        for (int i = 0; i < SIZE; i++) out[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
        return out;
    }

    /** Keeps in {@code power} the maximum of its values and the spectrum around this place. */
    private static void look(float[] x, double centre, double[] re, double[] im, double[] power) {
        long first = Math.round(centre) - SIZE / 2;
        if (first <= -SIZE || first >= x.length) return;
        for (int i = 0; i < SIZE; i++) {
            long at = first + i;
            re[i] = at >= 0 && at < x.length ? x[(int) at] * WINDOW[i] : 0;
            im[i] = 0;
        }
        FFT.forward(re, im);
        for (int k = 0; k < power.length; k++) power[k] = Math.max(power[k], re[k] * re[k] + im[k] * im[k]);
    }

    /** The maximum of the bins between two places; if they are less than a bin apart, interpolated between the two nearest bins. */
    private static double strongest(double[] power, double low, double high) {
        int from = (int) Math.ceil(low);
        int to = (int) Math.min(power.length - 1, Math.floor(high));
        double middle = (low + high) / 2;
        int below = (int) Math.min(power.length - 2, Math.floor(middle));
        double most = power[below] + (power[below + 1] - power[below]) * (middle - below);
        for (int k = from; k <= to; k++) most = Math.max(most, power[k]);
        return most;
    }

    /** A full-scale sine has the power (SIZE / 4)² in its bin under this window. */
    private static byte strength(double power) {
        double db = 10 * Math.log10(power / (SIZE / 4.0 * (SIZE / 4.0)));
        return (byte) Math.clamp(Math.round(255 * (1 - db / FLOOR_DB)), 0, 255);
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** 0 to 255, row 0 being the highest frequency. */
    public int strength(int column, int row) {
        return Byte.toUnsignedInt(strengths[row * columns + column]);
    }
}
