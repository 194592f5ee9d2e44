package studio.parley.watermark;

import java.util.Arrays;
import studio.parley.audio.dsp.Spectrogram;

/**
 * Makes all parts of a signal's spectrum equally strong: the watermark has a constant distance to the speech, so afterwards every bin is
 * equally informative, and neither loudness nor filters matter. One channel at 24 kHz; silence stays silent.
 */
final class Whitening {
    private static final double SILENT = 1e-9;
    /** The smoothed power of so many frames is below the noise floor. */
    private static final double QUIET_FRAMES = 0.1;

    private Whitening() {}

    /** Keeps only the phases: best for sound that nothing was done to. */
    static float[] of(float[] sound) {
        var s = WatermarkBand.spectrogram(sound);
        for (int t = 0; t < s.frames(); t++) {
            for (int k = 0; k < s.bins(); k++) scale(s, t, k, WatermarkBand.contains(k) ? 1 / Math.sqrt(s.power(t, k) + SILENT) : 0);
        }
        return s.back();
    }

    /**
     * Flattens by the spectrum around each bin more than by the bin itself, and gives less weight to what is hardly above the noise floor,
     * where there is no watermark: best for noise and for coarse codecs.
     */
    static float[] ofNoisy(float[] sound) {
        var s = WatermarkBand.spectrogram(sound);
        var smooth = new float[s.frames()][];
        for (int t = 0; t < smooth.length; t++) smooth[t] = WatermarkBand.smooth(s, t);
        var floor = new double[s.bins()];
        for (int k = WatermarkBand.LOW; k <= WatermarkBand.HIGH; k++) floor[k] = floor(smooth, k);
        for (int t = 0; t < s.frames(); t++) {
            for (int k = 0; k < s.bins(); k++) scale(s, t, k, WatermarkBand.contains(k) ? weight(s.power(t, k), smooth[t][k], floor[k]) : 0);
        }
        return s.back();
    }

    private static double weight(double power, double smooth, double floor) {
        double above = Math.max(0, 1 - floor / (smooth + SILENT));
        return Math.sqrt(above) / Math.cbrt(Math.sqrt(power + SILENT) * (smooth + SILENT));
    }

    /** Of the frames that are not digital silence. */
    private static double floor(float[][] smooth, int bin) {
        var all = new float[smooth.length];
        int n = 0;
        for (var frame : smooth) if (frame[bin] > SILENT) all[n++] = frame[bin];
        Arrays.sort(all, 0, n);
        return n == 0 ? 0 : all[(int) (n * QUIET_FRAMES)];
    }

    private static void scale(Spectrogram s, int t, int k, double gain) {
        s.re[t][k] *= (float) gain;
        s.im[t][k] *= (float) gain;
    }
}
