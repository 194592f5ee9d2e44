package studio.parley.ui.timeline.paint;

import studio.parley.audio.pcm.Peaks;
import studio.parley.studio.export.Arrangement.Part;
import studio.parley.studio.export.MixRenderer;

/** The waveform of a part as it is played: the clip's peaks, trimmed, with gain, fades and ducks. */
public final class ClipWaveform {
    private ClipWaveform() {}

    /**
     * {@code count} columns of equal width from frame {@code from} of the part on.
     *
     * @param rate frames per second of the arrangement
     * @param width frames per column
     */
    public static Peaks.Column[] columns(Part part, int rate, Peaks peaks, double from, double width, int count) {
        double clock = (double) part.take().rate() / rate;
        var columns = peaks.columns(0, (part.skip() + from) * clock, (part.skip() + from + count * width) * clock, count);
        var gain = MixRenderer.gain(part, rate);
        for (int i = 0; i < count; i++) {
            long middle = Math.clamp((long) (from + (i + 0.5) * width), 0L, Math.max(0L, part.frames() - 1));
            float g = (float) gain.applyAsDouble(middle);
            var c = columns[i];
            columns[i] = new Peaks.Column(c.min() * g, c.max() * g, c.rms() * g);
        }
        return columns;
    }
}
