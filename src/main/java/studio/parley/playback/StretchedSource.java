package studio.parley.playback;

import org.jspecify.annotations.Nullable;
import studio.parley.audio.dsp.TimeStretch;

/** Sources at another speed and their own pitch, as far as they have been heard: a piece that was not wanted any more is asked for again. */
final class StretchedSource {
    /** A piece read last; {@code heard} when it was played. */
    private record Piece(double from, double step, float[] samples, boolean heard) {
        boolean fits(double at, double by, int count) {
            return !heard && at == from && by == step && count == samples.length;
        }
    }

    private @Nullable TimeStretch stretch;
    private int rate;
    private @Nullable Piece last;

    /** {@code count} frames from the position {@code from} on; goes on without a seam where the piece heard last ended, also in another source. */
    float[] read(AudioSource source, double from, double step, int count) {
        if (last != null && last.fits(from, step, count)) return last.samples();
        if (stretch == null || rate != source.rate()) stretch = new TimeStretch(source.rate());
        rate = source.rate();
        var samples = stretch.read((at, frames) -> source.read(at, frames).samples(0), from, step, count);
        last = new Piece(from, step, samples, false);
        return samples;
    }

    void heard() {
        if (last != null) last = new Piece(last.from(), last.step(), last.samples(), true);
    }
}
