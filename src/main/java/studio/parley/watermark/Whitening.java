package studio.parley.watermark;

/**
 * Makes all parts of a signal's spectrum equally strong, keeping only the phases: the watermark has a constant distance to the speech, so
 * afterwards every bin is equally informative, and neither loudness nor filters matter.
 */
final class Whitening {
    private Whitening() {}

    /** One channel at 24 kHz; silence stays silent. */
    static float[] of(float[] sound) {
        var s = WatermarkBand.spectrogram(sound);
        double silent = 1e-9;
        for (int t = 0; t < s.frames(); t++) {
            for (int k = 0; k < s.bins(); k++) {
                boolean inBand = k >= WatermarkBand.LOW && k <= WatermarkBand.HIGH;
                double scale = inBand ? 1 / Math.sqrt(s.power(t, k) + silent) : 0;
                s.re[t][k] *= (float) scale;
                s.im[t][k] *= (float) scale;
            }
        }
        return s.back();
    }
}
