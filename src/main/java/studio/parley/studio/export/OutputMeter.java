package studio.parley.studio.export;

import studio.parley.audio.loudness.Loudness;
import studio.parley.audio.loudness.LoudnessAnalyzer;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;

/** Measures audio that arrives in pieces according to delivery rules: loudness, peak, RMS of the whole, RMS of its quietest half second. */
final class OutputMeter {
    /** Half seconds are evaluated every 50 ms. */
    private static final int STEPS = 10;

    /** The measurements; decibels relative to full scale. */
    record Measured(double seconds, Loudness loudness, double rmsDb, double noiseDb) {}

    private final LoudnessAnalyzer loudness;
    private final int rate;
    private final int channels;
    private final double[] last = new double[STEPS];
    private long frames;
    private long steps;
    private double energy;
    private double all;
    private double quietest = Double.POSITIVE_INFINITY;

    OutputMeter(int rate, int channels) {
        this.loudness = new LoudnessAnalyzer(rate, channels);
        this.rate = rate;
        this.channels = channels;
    }

    void add(Pcm pcm) {
        loudness.add(pcm);
        var x = new float[channels][];
        for (int c = 0; c < channels; c++) x[c] = pcm.samples(c);
        int step = rate / (2 * STEPS);
        for (int i = 0; i < pcm.frames(); i++) {
            for (var channel : x) energy += (double) channel[i] * channel[i];
            if (++frames % step == 0) step(step);
        }
    }

    private void step(int length) {
        all += energy;
        last[(int) (steps++ % STEPS)] = energy / length / channels;
        energy = 0;
        double sum = 0;
        for (double e : last) sum += e;
        if (steps >= STEPS) quietest = Math.min(quietest, sum / STEPS);
    }

    Measured finish() {
        double mean = frames == 0 ? 0 : (all + energy) / frames / channels;
        double floor = Double.isInfinite(quietest) ? mean : quietest;
        return new Measured((double) frames / rate, loudness.finish(), LevelStats.decibels(Math.sqrt(mean)), LevelStats.decibels(Math.sqrt(floor)));
    }
}
