package studio.parley.audio.loudness;

import java.util.Arrays;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;

/**
 * Loudness of a programme of any length that arrives in pieces. Memory grows by one number per 100 ms. One thread at a time.
 */
public final class LoudnessAnalyzer {
    /** 5.1: the surround channels count 1.5 dB more, the low-frequency channel not at all. */
    private static final double[] SURROUND = {1, 1, 1, 0, 1.41, 1.41};

    private final int channels;
    private final int step;
    private final KWeighting[] filters;
    private final TruePeakMeter[] finer;
    private double[] tenths = new double[64];
    private int count;
    private int filled;
    private double energy;
    private double peak;

    public LoudnessAnalyzer(int rate, int channels) {
        this(rate, channels, true);
    }

    /** @param peaks whether the true peak is found, too, which costs most */
    LoudnessAnalyzer(int rate, int channels, boolean peaks) {
        this.channels = channels;
        this.step = Math.max(1, (int) Math.round(rate / 10.0));
        this.filters = new KWeighting[channels];
        this.finer = new TruePeakMeter[peaks ? channels : 0];
        Arrays.setAll(filters, c -> new KWeighting(rate));
        Arrays.setAll(finer, c -> new TruePeakMeter());
    }

    /** More audio, at the analyzer's sample rate. */
    public void add(Pcm pcm) {
        if (pcm.channels() != channels) throw new IllegalArgumentException(pcm + " into a meter of " + channels + " channels");
        for (int c = 0; c < finer.length; c++) peak = Math.max(peak, highest(finer[c].push(pcm.raw(c))));
        int frames = pcm.frames();
        for (int from = 0; from < frames; ) {
            int to = Math.min(frames, from + step - filled);
            for (int c = 0; c < channels; c++) energy += (channels == 6 ? SURROUND[c] : 1) * weighed(filters[c], pcm.raw(c), from, to);
            filled += to - from;
            from = to;
            if (filled == step) tenth();
        }
    }

    private static double weighed(KWeighting filter, float[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double y = filter.next(x[i]);
            sum += y * y;
        }
        return sum;
    }

    private void tenth() {
        if (count == tenths.length) tenths = Arrays.copyOf(tenths, 2 * count);
        tenths[count++] = energy / step;
        energy = 0;
        filled = 0;
    }

    /** The result for everything so far; afterwards the analyzer cannot be used again. */
    public Loudness finish() {
        for (var f : finer) peak = Math.max(peak, highest(f.finish()));
        return Loudness.ofTenths(Arrays.copyOf(tenths, count), LevelStats.decibels(peak));
    }

    private static double highest(float[] samples) {
        double highest = 0;
        for (float s : samples) highest = Math.max(highest, s);
        return highest;
    }
}
