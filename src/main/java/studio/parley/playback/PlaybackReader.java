package studio.parley.playback;

import org.jspecify.annotations.Nullable;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.audio.pcm.Fade;

/**
 * Reads the pieces to play: at their speed, with linear ramps against clicks where playback begins inside a clip or the source changes. The
 * transport's thread.
 */
final class PlaybackReader {
    /** -80 dBFS. */
    private static final float SILENCE = 1e-4f;
    private static final double GRAIN_RAMP_SECONDS = 0.01;

    private final double rampSeconds;
    private @Nullable TimeStretch stretch;
    private int stretchRate;
    /** Last read at another speed and its own pitch, and not played yet. */
    private TransportTask.@Nullable Play pending;
    private float[] pendingSamples = {};

    PlaybackReader(double rampSeconds) {
        this.rampSeconds = rampSeconds;
    }

    float[] read(TransportTask.Play piece) {
        if (piece.step() == 0) return grain(piece);
        var samples = read(piece, piece.source());
        int ramp = (int) Math.round(rampSeconds * piece.source().rate());
        if (ramp == 0) return samples;
        if (piece.begins()) return cuts(piece) ? faded(samples, ramp, 0) : samples;
        if (piece.before() != null && !piece.stretched()) fadeOver(read(piece, piece.before()), samples, ramp);
        return samples;
    }

    /** This piece will be played: reading at another speed continues at its end. */
    void submitted(TransportTask.Play piece) {
        pending = null;
    }

    /** A short grain that fades in and out. */
    private static float[] grain(TransportTask.Play piece) {
        int ramp = (int) (piece.source().rate() * GRAIN_RAMP_SECONDS);
        return faded(piece.source().read((long) piece.from().frame(), piece.count()).samples(0), ramp, ramp);
    }

    /** Playback begins inside a clip: the audio just before it is not silence. */
    private static boolean cuts(TransportTask.Play piece) {
        return Math.abs(piece.source().read((long) piece.from().frame() - 1, 1).at(0, 0)) > SILENCE;
    }

    private float[] read(TransportTask.Play piece, AudioSource source) {
        if (piece.step() == 1) return source.read((long) piece.from().frame(), piece.count()).samples(0);
        if (piece.stretched()) return stretched(piece, source);
        return Varispeed.read(source, piece.from().frame(), piece.step(), piece.count());
    }

    /** Continues without a seam at the end of the last submitted piece, also in another source; a rejected piece may be read again. */
    private float[] stretched(TransportTask.Play piece, AudioSource source) {
        boolean again = pending != null && pending.from().frame() == piece.from().frame() && pending.step() == piece.step()
                && pending.count() == piece.count();
        if (again) return pendingSamples;
        if (stretch == null || stretchRate != source.rate()) stretch = new TimeStretch(source.rate());
        stretchRate = source.rate();
        pendingSamples = stretch.read((at, frames) -> source.read(at, frames).samples(0), piece.from().frame(), piece.step(), piece.count());
        pending = piece;
        return pendingSamples;
    }

    private static float[] faded(float[] samples, int in, int out) {
        var fade = new Fade(in, out, Fade.Shape.LINEAR);
        var faded = new float[samples.length];
        for (int i = 0; i < faded.length; i++) faded[i] = (float) (samples[i] * fade.gain(i, faded.length));
        return faded;
    }

    /** Crossfades from {@code old} to {@code samples} within the first {@code ramp} frames; in place, exact if both are equal. */
    private static void fadeOver(float[] old, float[] samples, int ramp) {
        for (int i = 0; i < Math.min(ramp, samples.length); i++) {
            if (old[i] != samples[i]) samples[i] = old[i] + (samples[i] - old[i]) * (i + 0.5f) / ramp;
        }
    }
}
