package studio.parley.audio.loudness;

import studio.parley.audio.pcm.Pcm;

/**
 * Computes by how much audio must be lowered, moment by moment, so that its true peak stays below a ceiling: a gain curve that falls before
 * a peak and rises after it within 15 ms each, as smooth as that allows. It is only a curve, so that the stems of a mix can be lowered
 * exactly like the mix. One thread at a time.
 */
public final class Limiter {
    private static final double HALF_SECONDS = 0.015;

    private final double ceiling;
    private final TruePeakMeter[] peaks;
    private final SlidingWindow least;
    private final SlidingWindow smooth;
    private final SlidingWindow smoother;
    private final int half;
    private long frames;
    /** Includes silent frames before the audio, so that its start is smoothed like its middle. */
    private long given;
    private double lowest = 1;

    /** @param ceiling highest true peak, linear */
    public Limiter(int rate, int channels, double ceiling) {
        this.ceiling = ceiling;
        this.peaks = new TruePeakMeter[channels];
        for (int c = 0; c < channels; c++) peaks[c] = new TruePeakMeter();
        this.half = Math.max(2, (int) Math.round(HALF_SECONDS * rate) / 2 * 2);
        this.least = SlidingWindow.least(half, 1);
        this.smooth = SlidingWindow.mean(half / 2, 1);
        this.smoother = SlidingWindow.mean(half / 2, 1);
        this.given = -half;
        for (int i = 0; i < half; i++) frame(1, new double[1], 0);
    }

    /** Takes more audio and returns the gains that are final so far, in order; they lag by some 30 ms. */
    public double[] push(Pcm pcm) {
        var parts = new float[peaks.length][];
        for (int c = 0; c < parts.length; c++) parts[c] = peaks[c].push(pcm.raw(c));
        frames += pcm.frames();
        return gains(parts, false);
    }

    /** The gains of the rest; afterwards the limiter cannot be used again. */
    public double[] finish() {
        var parts = new float[peaks.length][];
        for (int c = 0; c < parts.length; c++) parts[c] = peaks[c].finish();
        return gains(parts, true);
    }

    /** The smallest gain so far. */
    public double lowest() {
        return lowest;
    }

    private double[] gains(float[][] parts, boolean last) {
        var out = new double[parts[0].length + 2 * half + (last ? 2 * half : 0)];
        int count = 0;
        for (int i = 0; i < parts[0].length; i++) {
            double highest = 0;
            for (var part : parts) highest = Math.max(highest, part[i]);
            count = frame(highest <= ceiling ? 1 : ceiling / highest, out, count);
        }
        while (last && given < frames) count = frame(1, out, count);
        return java.util.Arrays.copyOf(out, count);
    }

    private int frame(double needed, double[] out, int count) {
        if (!least.push(needed) || !smooth.push(least.value()) || !smoother.push(smooth.value()) || given == frames) return count;
        if (given++ < 0) return count;
        out[count] = smoother.value();
        lowest = Math.min(lowest, out[count]);
        return count + 1;
    }
}
