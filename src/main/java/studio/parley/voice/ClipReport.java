package studio.parley.voice;

import java.util.List;
import studio.parley.audio.dsp.NoiseEstimate;
import studio.parley.audio.dsp.SilenceDetector;
import studio.parley.audio.loudness.Loudness;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;

/**
 * Measurements of a reference clip and its cost, with advice in sentences.
 *
 * @param seconds length
 * @param rate samples per second in the file
 * @param channels in the file
 * @param level peak, RMS, DC offset, clipped samples
 * @param loudness integrated, LUFS; -infinity if too short or silent
 * @param noise floor, signal to noise, bandwidth
 * @param silentSeconds in silences of 0.3 s and more
 * @param frames of 80 ms: positions of the model's context (of 2048 or 4096) it takes, not counting its text
 * @param advice what could be better; empty for a good clip
 */
public record ClipReport(double seconds, int rate, int channels, LevelStats level, double loudness, NoiseEstimate noise, double silentSeconds,
        int frames, List<ClipAdvice> advice) {
    /** Samples of one frame at 24 kHz. */
    static final int FRAME = 1920;

    public ClipReport {
        advice = List.copyOf(advice);
    }

    public static ClipReport of(Pcm clip) {
        var mono = clip.toMono();
        var level = LevelStats.of(clip);
        double threshold = 0.02 * level.peak();
        var sounding = SilenceDetector.sounding(mono, threshold, (int) (0.3 * clip.rate()));
        double silent = clip.seconds() - sounding.stream().mapToInt(SilenceDetector.Span::length).sum() / (double) clip.rate();
        long at24k = Math.ceilDiv((long) clip.frames() * ClipPreparation.RATE, clip.rate());
        var bare = new ClipReport(clip.seconds(), clip.rate(), clip.channels(), level, Loudness.integratedOf(clip), NoiseEstimate.of(mono),
                silent, (int) Math.ceilDiv(at24k, FRAME), List.of());
        return bare.advised(ClipAdvice.on(bare));
    }

    private ClipReport advised(List<ClipAdvice> sentences) {
        return new ClipReport(seconds, rate, channels, level, loudness, noise, silentSeconds, frames, sentences);
    }
}
