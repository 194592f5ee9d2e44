package studio.parley.audio;

import java.util.Arrays;

/**
 * Loudness of a whole programme that comes in pieces, however long; gives what {@link Loudness#of} gives. Memory grows by a number for every 100 ms. One
 * thread at a time.
 */
public final class ProgrammeLoudness {
    /** 5.1: the surround channels count 1.5 dB more, the low-frequency channel not at all. */
    private static final double[] SURROUND = {1, 1, 1, 0, 1.41, 1.41};

    private final int channels;
    private final int step;
    private final KWeighting[] filters;
    private final Resampler[] finer;
    private double[] tenths = new double[64];
    private int count;
    private int filled;
    private double energy;
    private double peak;

    public ProgrammeLoudness(int rate, int channels) {
        this.channels = channels;
        this.step = Math.max(1, (int) Math.round(rate / 10.0));
        this.filters = new KWeighting[channels];
        this.finer = new Resampler[channels];
        for (int c = 0; c < channels; c++) {
            filters[c] = new KWeighting(rate);
            finer[c] = new Resampler(rate, 4 * rate);
        }
    }

    /** More of the sound, at the meter's rate. */
    public void add(Pcm pcm) {
        if (pcm.channels() != channels) throw new IllegalArgumentException(pcm + " into a meter of " + channels + " channels");
        for (int c = 0; c < channels; c++) peak = Math.max(peak, highest(finer[c].push(pcm.raw(c))));
        for (int i = 0; i < pcm.frames(); i++) {
            for (int c = 0; c < channels; c++) {
                double y = filters[c].next(pcm.raw(c)[i]);
                energy += (channels == 6 ? SURROUND[c] : 1) * y * y;
            }
            if (++filled == step) tenth();
        }
    }

    private void tenth() {
        if (count == tenths.length) tenths = Arrays.copyOf(tenths, 2 * count);
        tenths[count++] = energy / step;
        energy = 0;
        filled = 0;
    }

    /** Of all that came; afterwards the meter is used up. */
    public Loudness finish() {
        for (var f : finer) peak = Math.max(peak, highest(f.finish()));
        return Loudness.ofTenths(Arrays.copyOf(tenths, count), Level.decibels(peak));
    }

    private static double highest(float[] samples) {
        double highest = 0;
        for (float s : samples) highest = Math.max(highest, Math.abs(s));
        return highest;
    }
}
