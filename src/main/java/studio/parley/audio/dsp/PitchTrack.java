package studio.parley.audio.dsp;

import be.tarsos.dsp.pitch.FastYin;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import studio.parley.audio.pcm.Pcm;

/**
 * The pitch of a voice over time, by YIN (TarsosDSP): a value for every hop, 0 where the voice is not voiced. Computing it takes about 0.2
 * s per second of audio at first, and 0.05 s once the JVM has warmed up: not for the JavaFX thread. Immutable.
 */
public final class PitchTrack {
    /** The range of a speaking voice, with a margin for a growl and for a child's shout. */
    public static final double LOWEST = 50;
    public static final double HIGHEST = 600;

    private static final double HOP_SECONDS = 0.01;
    /** Two periods of the lowest pitch, and as much again for comparison. */
    private static final double WINDOW_SECONDS = 0.09;
    /** Anything quieter than this fraction of the loudest moment (-34 dB) is taken for noise, not voice. */
    private static final double QUIET = 0.02;
    /** With fewer voiced hops there is no pitch. */
    private static final int FEWEST = 10;
    private static final double SEMITONE = Math.pow(2, 1 / 12.0);

    private final double hop;
    private final float[] hertz;

    private PitchTrack(double hop, float[] hertz) {
        this.hop = hop;
        this.hertz = hertz;
    }

    /** Of the first channel. */
    public static PitchTrack of(Pcm sound) {
        int rate = sound.rate();
        int size = Math.max(256, Integer.highestOneBit((int) (WINDOW_SECONDS * rate)));
        double hop = HOP_SECONDS * rate;
        var hertz = new float[(int) Math.ceil(sound.frames() / hop)];
        var loud = new double[hertz.length];
        for (int i = 0; i < hertz.length; i++) loud[i] = rms(window(sound, i, hop, size));
        double quiet = QUIET * Arrays.stream(loud).max().orElse(0);
        var yin = new FastYin(rate, size);
        var roughness = roughness(size);
        for (int i = 0; i < hertz.length; i++) {
            if (loud[i] <= quiet) continue;
            var window = window(sound, i, hop, size);
            for (int n = 0; n < size; n++) window[n] += (float) (loud[i] * roughness[n]);
            hertz[i] = pitch(yin, window);
        }
        return new PitchTrack(hop, hertz);
    }

    /** Noise of -50 dB: the library finds no pitch in audio that repeats so exactly that rounding makes it look better than exact. */
    private static double[] roughness(int size) {
        return new Random(1).doubles(size, -0.005, 0.005).toArray();
    }

    private static float pitch(FastYin yin, float[] window) {
        var found = yin.getPitch(window);
        float pitch = found.getPitch();
        return found.isPitched() && pitch >= LOWEST && pitch <= HIGHEST ? pitch : 0;
    }

    /** The frame around the middle of a hop. */
    private static float[] window(Pcm sound, int index, double hop, int size) {
        long from = (long) ((index + 0.5) * hop) - size / 2;
        var out = new float[size];
        int first = (int) Math.max(0, from);
        int last = (int) Math.min(sound.frames(), from + size);
        if (first < last) sound.copy(0, first, out, (int) (first - from), last - first);
        return out;
    }

    private static double rms(float[] window) {
        double sum = 0;
        for (float v : window) sum += v * v;
        return Math.sqrt(sum / window.length);
    }

    /** Frames from one value to the next; the first is half a hop from the start. */
    public double hop() {
        return hop;
    }

    public int length() {
        return hertz.length;
    }

    /** Hertz, 0 where not voiced. */
    public float at(int index) {
        return hertz[index];
    }

    /** The median pitch of all voiced hops; empty if there are almost none. */
    public OptionalDouble median() {
        var voiced = new float[hertz.length];
        int count = 0;
        for (int i = 0; i < hertz.length; i++) if (isSteady(i)) voiced[count++] = hertz[i];
        if (count < FEWEST) return OptionalDouble.empty();
        Arrays.sort(voiced, 0, count);
        return OptionalDouble.of(voiced[count / 2]);
    }

    /** A single hop, or one that differs greatly from both its neighbours, is an error in noise. */
    private boolean isSteady(int i) {
        return hertz[i] > 0 && (near(i, i - 1) || near(i, i + 1));
    }

    private boolean near(int i, int other) {
        if (other < 0 || other >= hertz.length || hertz[other] == 0) return false;
        double ratio = hertz[i] / hertz[other];
        return ratio < SEMITONE && ratio > 1 / SEMITONE;
    }
}
