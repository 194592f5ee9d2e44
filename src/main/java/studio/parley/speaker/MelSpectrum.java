package studio.parley.speaker;

import studio.parley.audio.dsp.CompositeFft;
import studio.parley.audio.dsp.MelFilters;

/** The mel spectrogram (power, not its logarithm) that docs/speaker-folder.md defines. Work space of one thread. */
final class MelSpectrum {
    private static final int SIZE = SpeakerContract.FFT;

    private final int bands;
    private final MelFilters filters;
    private final CompositeFft fft = new CompositeFft(SIZE);
    private final double[] window = new double[SIZE];
    private final double[] re = new double[SIZE];
    private final double[] im = new double[SIZE];
    private final double[] power = new double[SIZE / 2 + 1];

    MelSpectrum(int bands) {
        this.bands = bands;
        this.filters = new MelFilters(bands, SIZE, SpeakerContract.SAMPLE_RATE);
        for (int i = 0; i < SIZE; i++) window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
    }

    /** Columns of {@code bands} values one after another: spectra centred on every hop; what is outside the audio is silence. */
    float[] of(float[] audio, int columns) {
        var out = new float[columns * bands];
        // Two real spectra cost one complex one.
        for (int t = 0; t < columns; t += 2) {
            for (int i = 0; i < SIZE; i++) {
                re[i] = window[i] * sample(audio, t * SpeakerContract.HOP + i - SIZE / 2);
                im[i] = window[i] * sample(audio, (t + 1) * SpeakerContract.HOP + i - SIZE / 2);
            }
            fft.forward(re, im);
            column(out, t, 1);
            if (t + 1 < columns) column(out, t + 1, -1);
        }
        return out;
    }

    /** The real ({@code sign} 1) or imaginary (-1) input's spectrum out of both. */
    private void column(float[] out, int t, int sign) {
        for (int k = 0; k < power.length; k++) {
            int mirror = (SIZE - k) % SIZE;
            double a = re[k] + sign * re[mirror];
            double b = im[k] - sign * im[mirror];
            power[k] = (a * a + b * b) / 4;
        }
        for (int band = 0; band < bands; band++) out[t * bands + band] = (float) filters.power(band, power);
    }

    private static float sample(float[] audio, int i) {
        return i >= 0 && i < audio.length ? audio[i] : 0;
    }
}
