package studio.parley.watermark;

import studio.parley.audio.dsp.Spectrogram;

/**
 * The parameters that embedding and detection share: the rate, the frame, the band that carries the watermark, and the smoothed spectrum.
 */
final class WatermarkBand {
    static final int RATE = 24000;
    /** Signs in the spreading sequence; after 2.73 s it repeats. */
    static final int PERIOD = 65536;
    /** 21 ms: the pre-echo of the shaped noise stays within what audio masks before it begins. */
    static final int SIZE = 512;
    static final int HOP = 128;
    /** 0.9 to 7.4 kHz: above the strongest harmonics, below what resampling to 16 kHz and back removes. */
    static final int LOW = Math.round(900f * SIZE / RATE);
    static final int HIGH = Math.round(7400f * SIZE / RATE);

    private WatermarkBand() {}

    static boolean contains(int bin) {
        return bin >= LOW && bin <= HIGH;
    }

    static Spectrogram spectrogram(float[] signal) {
        return new Spectrogram(signal, SIZE, HOP);
    }

    /**
     * The mean power around each bin, over about the width of a critical band (150 Hz or 0.12 f to each side), so that single harmonics are
     * not visible.
     */
    static float[] smooth(Spectrogram s, int frame) {
        var sums = new double[s.bins() + 1];
        for (int k = 0; k < s.bins(); k++) sums[k + 1] = sums[k] + s.power(frame, k);
        var out = new float[s.bins()];
        for (int k = LOW; k <= HIGH; k++) {
            int reach = (int) Math.max(Math.round(150.0 * SIZE / RATE), Math.round(0.12 * k));
            int from = Math.max(0, k - reach);
            int to = Math.min(s.bins(), k + reach + 1);
            out[k] = (float) ((sums[to] - sums[from]) / (to - from));
        }
        return out;
    }
}
