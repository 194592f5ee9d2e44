package studio.parley.playback;

import org.jspecify.annotations.Nullable;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.audio.pcm.Fade;

/**
 * Reads the pieces that are played: at their speed, with straight ramps against clicks where playing begins inside a sound or one
 * sound gives way to another. The transport's thread.
 */
final class PieceReader {
    /** -80 dBFS. */
    private static final float SILENCE = 1e-4f;
    private static final double GRAIN_RAMP_SECONDS = 0.01;

    private final double rampSeconds;
    private @Nullable TimeStretch stretch;
    private int stretchRate;
    /** Read last at another speed and its own pitch, and not played yet. */
    private TransportTask.@Nullable Play pending;
    private float[] pendingSamples = {};

    PieceReader(double rampSeconds) {
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

    /** This piece is heard: what is read next at another speed goes on where it ends. */
    void submitted(TransportTask.Play piece) {
        pending = null;
    }

    /** A short sound that rises from nothing and falls to nothing. */
    private static float[] grain(TransportTask.Play piece) {
        int ramp = (int) (piece.source().rate() * GRAIN_RAMP_SECONDS);
        return faded(piece.source().read((long) piece.from().frame(), piece.count()).samples(0), ramp, ramp);
    }

    /** Playing begins inside a sound: right before it is not silence. */
    private static boolean cuts(TransportTask.Play piece) {
        return Math.abs(piece.source().read((long) piece.from().frame() - 1, 1).at(0, 0)) > SILENCE;
    }

    private float[] read(TransportTask.Play piece, AudioSource source) {
        if (piece.step() == 1) return source.read((long) piece.from().frame(), piece.count()).samples(0);
        if (piece.stretched()) return stretched(piece, source);
        return Varispeed.read(source, piece.from().frame(), piece.step(), piece.count());
    }

    /** Goes on without a seam where the piece submitted last ended, also in another source; one that was not wanted may be asked for again. */
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

    /** From {@code old} over to {@code samples} within the first {@code ramp} frames; in place, exact where both are equal. */
    private static void fadeOver(float[] old, float[] samples, int ramp) {
        for (int i = 0; i < Math.min(ramp, samples.length); i++) {
            if (old[i] != samples[i]) samples[i] = old[i] + (samples[i] - old[i]) * (i + 0.5f) / ramp;
        }
    }
}
