package studio.parley.ui.voices;

import java.util.Optional;
import java.util.OptionalDouble;
import studio.parley.audio.dsp.PitchTrack;
import studio.parley.audio.dsp.SilenceDetector;
import studio.parley.audio.pcm.Pcm;
import studio.parley.voice.BestStretch;
import studio.parley.voice.ClipReport;

/**
 * Measurements of a trimmed reference clip.
 *
 * @param best what to cut it to if it is long
 * @param pitch median of the voiced part, hertz; empty if there is almost none
 * @param leadMillis silence before the first sound that could be trimmed, and {@code trailMillis} after the last
 */
public record ClipMetrics(ClipReport report, Optional<BestStretch> best, OptionalDouble pitch, int leadMillis, int trailMillis) {
    /** The margin kept before and after the speech. */
    private static final int MARGIN_MILLIS = 100;

    /** As slow as {@link PitchTrack}: not for the JavaFX thread. */
    static ClipMetrics of(Pcm clip) {
        var report = ClipReport.of(clip);
        var pitch = PitchTrack.of(clip.toMono()).median();
        var sounding = SilenceDetector.sounding(clip.toMono(), 0.02 * report.level().peak(), Math.max(1, (int) (0.3 * clip.rate())));
        if (sounding.isEmpty()) return new ClipMetrics(report, Optional.empty(), pitch, 0, 0);
        int lead = millis(sounding.getFirst().from(), clip.rate());
        int trail = millis(clip.frames() - sounding.getLast().to(), clip.rate());
        return new ClipMetrics(report, BestStretch.of(clip), pitch, lead, trail);
    }

    private static int millis(int frames, int rate) {
        return (int) Math.max(0, 1000L * frames / rate - MARGIN_MILLIS);
    }

    /** Seconds of silence in the middle. */
    double innerSilence() {
        return Math.max(0, report.silentSeconds() - (leadMillis + trailMillis + 2 * MARGIN_MILLIS) / 1000.0);
    }
}
