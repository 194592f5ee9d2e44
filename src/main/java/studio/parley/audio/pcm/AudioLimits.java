package studio.parley.audio.pcm;

import java.util.List;
import studio.parley.problem.Problem;

/** The checks of every decoder: the audio fits in memory, is not empty, and consists of numbers. */
public final class AudioLimits {
    /** Far above any audio; a float file with larger values contains something else. */
    private static final float ABSURD = 1e6f;

    /** Seconds; not bound: any length. */
    private static final ScopedValue<Double> MOST = ScopedValue.newInstance();

    /** Audio is longer than allowed by {@link #atMost}. */
    public static final class TooLong extends Problem {
        private static final long serialVersionUID = 1;

        private TooLong(String name, double seconds) {
            super(Kind.INPUT, name + " is longer than " + TimeFormat.about(seconds) + ". Cut it into shorter files.");
        }
    }

    private AudioLimits() {}

    /** What {@code work} decodes on this thread may last so many seconds; decoding ends there with {@link TooLong}. */
    public static <T, X extends Throwable> T atMost(double seconds, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(MOST, seconds).call(work);
    }

    /** Called before memory is allocated: throws if the audio is empty, longer than allowed, or needs more than half of the heap. */
    public static void check(String name, long frames, int channels, int rate) {
        checkLength(name, frames, rate);
        checkMemory(name, frames, channels, rate);
    }

    static void checkLength(String name, long frames, int rate) {
        if (MOST.isBound() && frames > MOST.get() * rate) throw new TooLong(name, MOST.get());
    }

    static void checkMemory(String name, long frames, int channels, int rate) {
        if (frames <= 0) throw Problem.input(name + " contains no audio. Choose another file.");
        long bytes = frames * channels * 4;
        if (frames > Integer.MAX_VALUE - 16 || bytes > Runtime.getRuntime().maxMemory() / 2) {
            throw Problem.input(name + " is too long (" + frames / rate / 60
                    + " minutes) to fit in memory. Cut it into shorter files.");
        }
    }

    /** Replaces NaN, infinity and absurd values by silence and reports it; returns how many there were. */
    public static int tidy(float[][] channels, String name, List<String> notices) {
        int bad = 0;
        for (var channel : channels) {
            for (int i = 0; i < channel.length; i++) {
                if (Math.abs(channel[i]) <= ABSURD) continue;
                channel[i] = 0;
                bad++;
            }
        }
        if (bad > 0) {
            notices.add(name + " contains " + bad + (bad == 1 ? " invalid sample" : " invalid samples")
                    + " (not a number, or far too large), replaced by silence.");
        }
        return bad;
    }
}
