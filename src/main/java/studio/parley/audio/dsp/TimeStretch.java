package studio.parley.audio.dsp;

import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd;
import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd.Parameters;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.pcm.Pcm;

/**
 * Audio at another speed and its original pitch (WSOLA, by TarsosDSP): a whole clip with {@link #of}, or during playback in pieces. One
 * thread. The library joins the segments; this class computes which segments it gets, so that length, start and end are exact at every
 * speed.
 */
public final class TimeStretch {
    public static final double SLOWEST = 0.5;
    public static final double FASTEST = 2;

    /** The overlap, long enough for a period of 80 Hz. */
    private static final double OVERLAP_SECONDS = 0.013;
    /** The length that one segment adds. */
    private static final double HOP_SECONDS = 0.025;
    /** The search range around a segment's position: two periods of 80 Hz. */
    private static final double SEEK_SECONDS = 0.025;
    /** The fade at the end of the audio, to avoid a click. */
    private static final double RAMP_SECONDS = 0.003;
    /** The minimum number of segments of short audio. */
    private static final int FEWEST_HOPS = 4;
    private static final int SHORTEST_HOP = 16;
    /**
     * The library prefers the middle of the search range in quiet audio; at this level nothing is quiet. A power of two causes no rounding.
     */
    private static final float LOUDER = 1 << 12;

    /** Mono audio by position: silence outside. */
    @FunctionalInterface
    public interface Input {
        float[] read(long from, int count);
    }

    private final int hop;
    private final int seek;
    private final int input;
    private final WaveformSimilarityBasedOverlapAdd joiner;
    private final AudioEvent event;
    private float[] piece = {};
    private int used;
    /** The expected next position if reading continues. */
    private double expected = Double.NaN;

    /** For playback at {@code rate} frames per second. */
    public TimeStretch(int rate) {
        this(rate, (int) (HOP_SECONDS * rate));
    }

    private TimeStretch(int rate, int hop) {
        this.hop = hop;
        int overlap = Math.min(hop, (int) (OVERLAP_SECONDS * rate));
        this.seek = Math.min(2 * hop, (int) (SEEK_SECONDS * rate));
        this.input = hop + overlap + seek;
        // At 1000 samples per second, milliseconds are samples. The library's own speed stays 1, because it only determines where to read.
        this.joiner = quietly(new Parameters(1, 1000, hop + overlap, seek, overlap));
        this.event = new AudioEvent(new TarsosDSPAudioFormat(rate, 16, 1, true, false));
    }

    /** Whole mono audio, {@link #frames} long; unchanged at speed 1. */
    public static Pcm of(Pcm mono, double speed) {
        if (speed == 1 || mono.frames() == 0) return mono;
        int length = (int) frames(mono.frames(), speed);
        int hop = Math.clamp(length / FEWEST_HOPS, SHORTEST_HOP, (int) (HOP_SECONDS * mono.rate()));
        return Pcm.mono(mono.rate(), new TimeStretch(mono.rate(), hop).whole(mono, length));
    }

    /** The stretched number of frames. */
    public static long frames(long frames, double speed) {
        return Math.round(frames / checked(speed));
    }

    /** How far before the current position {@link #read} reads. */
    public static int ahead(int rate) {
        return (int) ((HOP_SECONDS + OVERLAP_SECONDS + SEEK_SECONDS) * rate);
    }

    private static double checked(double speed) {
        if (speed >= SLOWEST && speed <= FASTEST) return speed;
        throw new IllegalArgumentException("speed of " + speed);
    }

    /** The first segment begins with the audio, the last one ends with it, and those between are evenly spaced. */
    private float[] whole(Pcm sound, int length) {
        var out = new float[length];
        Input in = (from, count) -> window(sound, from, count);
        int fade = Math.min(length / 4, (int) (RAMP_SECONDS * sound.rate()));
        int last = (length - 1) / hop;
        double end = Math.max(0, sound.frames() - (length - last * hop));
        begin(in, 0);
        for (int k = 0; k <= last; k++) {
            next(in, last == 0 ? 0 : Math.round(end * k / last));
            System.arraycopy(piece, 0, out, k * hop, Math.min(hop, length - k * hop));
        }
        for (int i = 0; i < fade; i++) out[length - 1 - i] *= (float) (0.5 - 0.5 * Math.cos(Math.PI * i / fade));
        return out;
    }

    /** The last segment may come from slightly earlier: after its end, audio that breaks off is faded instead. */
    private static float[] window(Pcm sound, long from, int count) {
        var out = new float[count];
        int frames = sound.frames();
        long first = Math.max(0, from);
        long last = Math.min(frames, from + count);
        if (first < last) sound.copy(0, (int) first, out, (int) (first - from), (int) (last - first));
        double end = sound.at(0, frames - 1);
        double ramp = RAMP_SECONDS * sound.rate();
        for (long i = Math.max(frames, from); i < from + count && i - frames < 2 * ramp && 2L * frames - 2 - i >= 0; i++) {
            double gone = i - frames + 1;
            double swing = 2 * end * Math.exp(-3 * gone / ramp) - sound.at(0, (int) (2L * frames - 2 - i));
            out[(int) (i - from)] = (float) (swing * (0.5 + 0.5 * Math.cos(Math.PI * gone / (2 * ramp + 1))));
        }
        return out;
    }

    /** {@code count} frames of output, starting at {@code from} of the input, which advances by {@code speed} frames per frame. */
    public float[] read(Input in, double from, double speed, int count) {
        if (from != expected) begin(in, Math.round(from));
        var out = new float[count];
        for (int done = 0; done < count;) {
            if (used == piece.length) next(in, Math.round(from + done * speed));
            int more = Math.min(count - done, piece.length - used);
            System.arraycopy(piece, used, out, done, more);
            used += more;
            done += more;
        }
        expected = from + count * speed;
        return out;
    }

    /** As if the audio before this position had just been played: then the first segment is the audio itself. */
    private void begin(Input in, long place) {
        event.setFloatBuffer(new float[input]);
        joiner.process(event);
        next(in, place - hop);
        used = piece.length;
    }

    /** The next segment, from around this position. */
    private void next(Input in, long place) {
        var around = in.read(place - seek / 2, input);
        for (int i = 0; i < around.length; i++) around[i] *= LOUDER;
        event.setFloatBuffer(around);
        joiner.process(event);
        piece = event.getFloatBuffer().clone();
        for (int i = 0; i < piece.length; i++) piece[i] /= LOUDER;
        used = 0;
    }

    /**
     * The library prints a line when it creates its buffers, in a private method of its constructor, so that neither parameters nor a
     * subclass avoid it, and standard output may be audio that is being written. Output of other threads passes through meanwhile.
     */
    private static synchronized WaveformSimilarityBasedOverlapAdd quietly(Parameters parameters) {
        var out = System.out;
        var here = Thread.currentThread();
        System.setOut(new PrintStream(out, true) {
            @Override
            public void println(@Nullable String line) {
                if (Thread.currentThread() != here) super.println(line);
            }
        });
        try {
            return new WaveformSimilarityBasedOverlapAdd(parameters);
        } finally {
            System.setOut(out);
        }
    }
}
