package studio.parley.audio.pcm;

import java.util.List;

/**
 * Mixes audio parts placed in time. {@link #mix} can be called for any range in any order and gives the same samples, bit for bit:
 * playback, drawing and export use this one computation. Immutable and thread-safe. There is no limiter: sums may exceed full scale.
 */
public final class Mixer {
    /** The fade time of a duck. */
    private static final double RAMP_SECONDS = 0.03;

    /**
     * A range with reduced level, in samples of the mix.
     *
     * @param gain linear, reached 30 ms after {@code from}; left within 30 ms after {@code to}
     */
    public record Duck(long from, long to, double gain) {}

    /**
     * A part of the mix.
     *
     * @param pcm at the mix's rate, mono, or with as many channels as the mix
     * @param start sample of the mix where it begins; may be negative
     * @param gain linear
     * @param pan -1 left, 0 centre, 1 right; only for stereo mixes. The farther side gets {@code 1 - |pan|}, the nearer side the full level
     */
    public record Part(Pcm pcm, long start, double gain, double pan, Fade fade, List<Duck> ducks) {
        public Part {
            ducks = List.copyOf(ducks);
            if (!(pan >= -1 && pan <= 1)) throw new IllegalArgumentException("pan " + pan);
        }

        public long end() {
            return start + pcm.frames();
        }
    }

    private final int rate;
    private final int channels;
    private final List<Part> parts;

    public Mixer(int rate, int channels, List<Part> parts) {
        this.rate = rate;
        this.channels = channels;
        this.parts = List.copyOf(parts);
        for (var p : parts) {
            if (p.pcm().rate() != rate) throw new IllegalArgumentException(p.pcm() + " in a mix of " + rate + " Hz");
            if (p.pcm().channels() != 1 && p.pcm().channels() != channels) throw new IllegalArgumentException(p.pcm() + " in " + channels);
        }
    }

    /** Samples {@code from .. from + count}; silence where there is no part, also before 0 and after the end. */
    public Pcm mix(long from, int count) {
        var out = new float[channels][count];
        for (var part : parts) {
            long first = Math.max(from, part.start());
            long last = Math.min(from + count, part.end());
            if (first < last) add(part, first, last, out, from);
        }
        return Pcm.owning(rate, out);
    }

    private void add(Part part, long first, long last, float[][] out, long from) {
        var pcm = part.pcm();
        boolean plain = part.fade().equals(Fade.NONE) && part.ducks().isEmpty();
        for (long at = first; at < last; at++) {
            int i = (int) (at - part.start());
            double gain = plain ? part.gain() : gain(part, at, rate);
            for (int c = 0; c < channels; c++) {
                out[c][(int) (at - from)] += (float) (pcm.raw(pcm.channels() == 1 ? 0 : c)[i] * gain * side(part, c));
            }
        }
    }

    private double side(Part part, int channel) {
        if (channels != 2) return 1;
        return channel == 0 ? Math.min(1, 1 - part.pan()) : Math.min(1, 1 + part.pan());
    }

    private static double gain(Part part, long at, int rate) {
        return gain(part.gain(), part.fade(), part.ducks(), at - part.start(), part.pcm().frames(), at, rate);
    }

    /**
     * For drawing: the linear gain, with fades and ducks, of sample {@code i} of a part of {@code frames} samples, which is at sample
     * {@code at} of the time in which {@code ducks} are given.
     */
    public static double gain(double gain, Fade fade, List<Duck> ducks, long i, long frames, long at, int rate) {
        return gain * fade.gain(i, frames) * ducked(ducks, at, rate);
    }

    private static double ducked(List<Duck> ducks, long at, int rate) {
        double gain = 1;
        double ramp = Math.max(1, RAMP_SECONDS * rate);
        for (var d : ducks) {
            double down = Math.clamp((at - d.from()) / ramp, 0, 1);
            double up = Math.clamp((at - d.to()) / ramp, 0, 1);
            gain *= 1 - (1 - d.gain()) * (Fade.Shape.SMOOTH.at(down) - Fade.Shape.SMOOTH.at(up));
        }
        return gain;
    }
}
