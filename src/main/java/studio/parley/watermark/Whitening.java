package studio.parley.watermark;

/**
 * Makes every part of a sound's spectrum equally strong, keeping phases only: the mark lies at a constant distance below the
 * speech, so afterwards every bin says equally much about it, and neither loudness nor filters matter.
 */
final class Whitening {
    private Whitening() {}

    /** One channel at 24 kHz; what is silent stays silent. */
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
