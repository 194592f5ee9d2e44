package studio.parley.recognition;

import java.nio.FloatBuffer;
import java.util.Arrays;
import studio.parley.audio.dsp.MelSpectra;

/** The log-mel spectrogram of one window, as docs/recogniser-folder.md defines it. Work space of one thread. */
final class LogMel {
    private static final int SIZE = RecogniserContract.FFT;
    private static final int HOP = RecogniserContract.HOP;
    private static final double LEAST_POWER = 1e-10;
    /** Powers of ten below the largest value. */
    private static final double RANGE = 8;

    private final int bands;
    private final int columns;
    private final MelSpectra spectra;

    LogMel(int bands, int columns) {
        this.bands = bands;
        this.columns = columns;
        this.spectra = new MelSpectra(bands, SIZE, HOP, RecogniserContract.SAMPLE_RATE);
    }

    /** Writes [bands, columns]: samples {@code from} to {@code to} of 16 kHz audio, then silence; the window sees nothing beyond. */
    void write(float[] audio, int from, int to, FloatBuffer into) {
        var log = new double[bands][columns];
        spectra.of(columns, i -> sample(audio, from, to, i - SIZE / 2), (t, powers) -> {
            for (int band = 0; band < bands; band++) log[band][t] = Math.log10(Math.max(LEAST_POWER, powers[band]));
        });
        double most = Arrays.stream(log).flatMapToDouble(Arrays::stream).max().orElseThrow();
        for (int band = 0; band < bands; band++) {
            for (int t = 0; t < columns; t++) into.put(band * columns + t, (float) ((Math.max(log[band][t], most - RANGE) + 4) / 4));
        }
    }

    /** Sample {@code i} of the window, whose ends are reflected. */
    private double sample(float[] audio, int from, int to, int i) {
        int length = columns * HOP;
        int inside = i < 0 ? -i : i >= length ? 2 * (length - 1) - i : i;
        return from + inside < to ? audio[from + inside] : 0;
    }
}
