package studio.parley.audio.dsp;

import be.tarsos.dsp.pitch.FastYin;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import studio.parley.audio.pcm.Pcm;

/**
 * The pitch of a voice over time, by YIN (TarsosDSP): a value for every hop, 0 where nothing is voiced. To find it takes about 0.2 s
 * for a second of sound at first, and 0.05 s once the program has run a while: not for the JavaFX thread. Immutable.
 */
public final class PitchTrack {
    /** What a speaking voice does, with room for a growl and for a child's shout. */
    public static final double LOWEST = 50;
    public static final double HIGHEST = 600;

    private static final double HOP_SECONDS = 0.01;
    /** Two periods of the lowest pitch, and as much again to compare them with. */
    private static final double WINDOW_SECONDS = 0.09;
    /** Quieter than this share of the loudest moment (-34 dB) is taken for room, not voice. */
    private static final double QUIET = 0.02;
    /** With fewer voiced hops no pitch is given. */
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

    /** Noise of -50 dB: the library finds no pitch in sound that repeats so exactly that rounding makes it look better than exact. */
    private static double[] roughness(int size) {
        return new Random(1).doubles(size, -0.005, 0.005).toArray();
    }

    private static float pitch(FastYin yin, float[] window) {
        var found = yin.getPitch(window);
        float pitch = found.getPitch();
        return found.isPitched() && pitch >= LOWEST && pitch <= HIGHEST ? pitch : 0;
    }

    /** What surrounds the middle of a hop. */
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

    /** Frames of the sound from one value to the next; the first stands half a hop from the beginning. */
    public double hop() {
        return hop;
    }

    public int length() {
        return hertz.length;
    }

    /** Hertz, 0 where nothing is voiced. */
    public float at(int index) {
        return hertz[index];
    }

    /** The pitch in the middle of all that is voiced; empty when next to nothing is. */
    public OptionalDouble median() {
        var voiced = new float[hertz.length];
        int count = 0;
        for (int i = 0; i < hertz.length; i++) if (isSteady(i)) voiced[count++] = hertz[i];
        if (count < FEWEST) return OptionalDouble.empty();
        Arrays.sort(voiced, 0, count);
        return OptionalDouble.of(voiced[count / 2]);
    }

    /** A hop by itself, or one that jumps against both its neighbours, is a guess at noise. */
    private boolean isSteady(int i) {
        return hertz[i] > 0 && (near(i, i - 1) || near(i, i + 1));
    }

    private boolean near(int i, int other) {
        if (other < 0 || other >= hertz.length || hertz[other] == 0) return false;
        double ratio = hertz[i] / hertz[other];
        return ratio < SEMITONE && ratio > 1 / SEMITONE;
    }
}
