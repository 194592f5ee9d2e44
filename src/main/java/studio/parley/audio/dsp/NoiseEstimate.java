package studio.parley.audio.dsp;

import java.util.Arrays;
import studio.parley.audio.pcm.Pcm;

/**
 * Estimates of the noise in a mono recording.
 *
 * @param floorDb level of the quietest tenth of all 20 ms frames, dB relative to full scale; -infinity for digital silence
 * @param snrDb level of the loudest tenth of the frames above the floor, dB
 * @param bandwidth frequency (Hz) above which the speech has almost no energy: 60 dB below its strongest third octave
 */
public record NoiseEstimate(double floorDb, double snrDb, double bandwidth) {
    private static final int SIZE = 1024;

    public static NoiseEstimate of(Pcm mono) {
        var levels = levels(mono);
        if (levels.length == 0) return new NoiseEstimate(Double.NEGATIVE_INFINITY, 0, 0);
        double floor = mean(levels, 0, Math.max(1, levels.length / 10));
        double loud = mean(levels, levels.length - Math.max(1, levels.length / 10), levels.length);
        return new NoiseEstimate(10 * Math.log10(floor), 10 * Math.log10(loud / Math.max(floor, 1e-12)), bandwidth(mono, loud / 100));
    }

    /** Mean squares of all 20 ms frames, sorted. */
    private static double[] levels(Pcm mono) {
        int step = Math.max(1, mono.rate() / 50);
        var out = new double[mono.frames() / step];
        for (int t = 0; t < out.length; t++) {
            double sum = 0;
            for (int i = t * step; i < (t + 1) * step; i++) sum += mono.at(0, i) * (double) mono.at(0, i);
            out[t] = sum / step;
        }
        Arrays.sort(out);
        return out;
    }

    private static double mean(double[] sorted, int from, int to) {
        return Arrays.stream(sorted, from, to).average().orElse(0);
    }

    /** The mean spectrum of the frames with speech, searched from the top. */
    private static double bandwidth(Pcm mono, double least) {
        var s = new Spectrogram(mono.raw(0), SIZE, SIZE / 2);
        var mean = new double[s.bins()];
        // Frames that extend beyond the ends would contain a step, and a step has every frequency.
        for (int t = 1; t < s.frames() - 1 && (t + 1) * s.hop <= mono.frames(); t++) {
            double power = 0;
            for (int k = 1; k < s.bins(); k++) power += s.power(t, k);
            if (power * 2 / SIZE / s.windowPower() < least) continue;
            for (int k = 0; k < mean.length; k++) mean[k] += s.power(t, k);
        }
        double most = 0;
        for (int k = 1; k < mean.length; k++) {
            int reach = Math.max(2, k / 9);
            most = Math.max(most, mean(mean, Math.max(1, k - reach), Math.min(mean.length, k + reach + 1)));
        }
        int top = mean.length - 1;
        // Less smoothing at the edge, so that a steep low-pass is found where it is.
        while (top > 1 && mean(mean, Math.max(1, top - 2), top + 1) <= most * 1e-6) top--;
        return most == 0 ? 0 : (double) top * mono.rate() / SIZE;
    }
}
