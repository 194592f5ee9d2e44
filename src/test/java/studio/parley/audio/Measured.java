package studio.parley.audio;

import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.loudness.Loudness;
import studio.parley.audio.loudness.LoudnessAnalyzer;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;

/** A whole sound, measured at once. */
public final class Measured {
    private Measured() {}

    public static Loudness loudness(Pcm pcm) {
        var analyzer = new LoudnessAnalyzer(pcm.rate(), pcm.channels());
        analyzer.add(pcm);
        return analyzer.finish();
    }

    /** The exact peak between the samples, from four times as many; in dB relative to full scale. */
    public static double truePeakDb(Pcm pcm) {
        return LevelStats.of(Resampler.resample(pcm, pcm.rate() * 4)).peakDb();
    }
}
