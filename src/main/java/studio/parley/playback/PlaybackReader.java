package studio.parley.playback;

import org.jspecify.annotations.Nullable;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.audio.pcm.Fade;

/**
 * Reads the pieces to play: at their speed, with linear ramps against clicks where playback begins inside a clip or the source changes. The
 * transport's thread.
 */
final class PlaybackReader {
    private static final int CROSSINGS = 16;
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
        return varispeed(source, piece.from().frame(), piece.step(), piece.count());
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

    /**
     * {@code count} frames from the position {@code from} on, {@code step} frames of the source apart (negative: backwards), by windowed-sinc
     * interpolation with the cut-off lowered at speeds above 1: pitch changes as on a tape. At step -1 they are the source's own, in reverse.
     */
    static float[] varispeed(AudioSource source, double from, double step, int count) {
        double cut = Math.min(1, 1 / Math.abs(step));
        double reach = CROSSINGS / cut;
        double last = from + (count - 1) * step;
        long first = (long) Math.floor(Math.min(from, last) - reach);
        var in = source.read(first, (int) (Math.ceil(Math.max(from, last) + reach) - first) + 1).samples(0);
        var out = new float[count];
        for (int i = 0; i < count; i++) out[i] = interpolated(in, from + i * step - first, cut, reach);
        return out;
    }

    private static float interpolated(float[] in, double place, double cut, double reach) {
        int from = (int) Math.max(0, Math.ceil(place - reach));
        int to = (int) Math.min(in.length - 1, Math.floor(place + reach));
        double sum = 0;
        for (int i = from; i <= to; i++) {
            double d = place - i;
            sum += in[i] * cut * sinc(cut * d) * (0.5 + 0.5 * Math.cos(Math.PI * d / reach));
        }
        return (float) sum;
    }

    private static double sinc(double x) {
        if (x == 0) return 1;
        // Exactly 0 at integers, so that integer positions give the sample itself.
        return x == Math.rint(x) ? 0 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
