package studio.parley.watermark;

import studio.parley.audio.dsp.Spectrogram;

/**
 * How strong the watermark may be, bin by bin: at least {@link #LOCAL_DB} below the speech around it (so that the speech masks it), and in
 * total {@link #TOTAL_DB} below the speech. If the total limit applies, weak parts of the spectrum get a larger share: the detector
 * flattens the spectrum, so the watermark there counts as much and costs less.
 */
record PsychoacousticShaping(float[][] cap, float[][] share) {
    /** Distance from the speech in every critical band and frame, dB. */
    static final double LOCAL_DB = 20;
    /** Distance from the speech in total, dB. */
    static final double TOTAL_DB = 37;
    /** Speech below this (power per sample, dBFS) is treated as silence and carries no watermark. */
    private static final double FLOOR_DB = -80;

    static PsychoacousticShaping of(Spectrogram speech) {
        int frames = speech.frames();
        var smooth = new float[frames][];
        for (int t = 0; t < frames; t++) smooth[t] = WatermarkBand.smooth(speech, t);
        var cap = new float[frames][speech.bins()];
        var share = new float[frames][speech.bins()];
        double floor = speech.windowPower() * decibels(FLOOR_DB);
        for (int t = 0; t < frames; t++) {
            for (int k = WatermarkBand.LOW; k <= WatermarkBand.HIGH; k++) {
                double quietest = quietest(smooth, t, k);
                if (quietest <= floor) continue;
                cap[t][k] = (float) (quietest * decibels(-LOCAL_DB));
                share[t][k] = (float) Math.sqrt(quietest);
            }
        }
        return new PsychoacousticShaping(cap, share);
    }

    /** Minimum of the neighbouring frames, so that the watermark does not extend before or after its speech. */
    private static double quietest(float[][] smooth, int t, int k) {
        double least = smooth[t][k];
        for (int d = Math.max(0, t - 2); d <= Math.min(smooth.length - 1, t + 2); d++) least = Math.min(least, smooth[d][k]);
        return least;
    }

    static double decibels(double db) {
        return Math.pow(10, db / 10);
    }

    /** Power per bin with the share raised as far as {@code energy} (in total) allows, or as far as masking allows. */
    double level(double energy) {
        double low = -300;
        double high = 200;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (energy(decibels(middle)) > energy) high = middle;
            else low = middle;
        }
        return decibels(low);
    }

    private double energy(double level) {
        double sum = 0;
        for (int t = 0; t < cap.length; t++) for (int k = WatermarkBand.LOW; k <= WatermarkBand.HIGH; k++) sum += power(t, k, level);
        return sum;
    }

    double power(int frame, int bin, double level) {
        return Math.min(cap[frame][bin], level * share[frame][bin]);
    }
}
