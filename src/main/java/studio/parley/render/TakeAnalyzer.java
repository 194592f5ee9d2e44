package studio.parley.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.parley.audio.pcm.Pcm;
import studio.parley.render.TakeIssue.Kind;
import studio.parley.speech.StopReason;
import studio.parley.speech.mimi.Codes;
import studio.parley.speech.text.DurationEstimate;

/**
 * Checks a take by what can be measured: no end of speech, no speech, a frame that repeats, length against the text, silence, clipping.
 * Never blocks anything; the issues are stored with the take.
 */
public final class TakeAnalyzer {
    /** Equal frames in a row that mean the model is stuck (0.64 s); shorter runs occur in plain silence. */
    private static final int STUCK = 8;
    private static final double SILENT = Math.pow(10, -50 / 20.0);
    private static final double BLOCK_SECONDS = 0.05;
    private static final double LONG_PAUSE_SECONDS = 1.5;
    private static final float FULL_SCALE = 0.999f;
    private static final int CLIPPED_RUN = 3;

    private TakeAnalyzer() {}

    /** All issues, most serious kinds first. */
    public static List<TakeIssue> of(String text, Codes codes, StopReason ending, Pcm sound) {
        if (codes.frames() == 0) return List.of(TakeIssue.serious(Kind.NOTHING_SAID,
                "no speech: the model ended before its first frame"));
        var found = new ArrayList<TakeIssue>();
        if (ending == StopReason.LIMIT) found.add(TakeIssue.serious(Kind.NO_END, "no end of speech: cut off at %.1f s", sound.seconds()));
        int run = longestRun(codes);
        if (run >= STUCK) found.add(TakeIssue.serious(Kind.REPEATED_FRAMES, "one frame repeats for %.1f s",
                run * sound.seconds() / codes.frames()));
        length(text, sound.seconds(), ending == StopReason.LIMIT, found);
        loudness(sound, found);
        clipping(sound, found);
        return found;
    }

    /** A line that was cut off has no length of its own, so it is never too long or too short. */
    private static void length(String text, double seconds, boolean cut, List<TakeIssue> found) {
        if (cut) return;
        double expected = DurationEstimate.seconds(text);
        if (seconds > 2.2 * expected + 1) {
            found.add(TakeIssue.minor(Kind.TOO_LONG, "%.1f s for text that takes about %.1f s: it may ramble", seconds, expected));
        } else if (seconds < 0.4 * expected) {
            found.add(TakeIssue.serious(Kind.TOO_SHORT, "%.1f s for text that takes about %.1f s: words may be missing", seconds, expected));
        }
    }

    private static void loudness(Pcm sound, List<TakeIssue> found) {
        var quiet = quietBlocks(sound);
        long loud = quiet.stream().filter(q -> !q).count();
        if (loud == 0) {
            found.add(TakeIssue.serious(Kind.SILENT, "silent: nothing above -50 dB"));
            return;
        }
        int longest = 0;
        int run = 0;
        for (boolean q : quiet) {
            run = q ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        if (longest * BLOCK_SECONDS >= LONG_PAUSE_SECONDS) {
            found.add(TakeIssue.minor(Kind.PAUSE_INSIDE, "%.1f s of silence inside", longest * BLOCK_SECONDS));
        }
    }

    private static List<Boolean> quietBlocks(Pcm sound) {
        var samples = sound.samples(0);
        int block = Math.max(1, (int) (sound.rate() * BLOCK_SECONDS));
        var quiet = new ArrayList<Boolean>();
        for (int from = 0; from < samples.length; from += block) {
            double sum = 0;
            int to = Math.min(samples.length, from + block);
            for (int i = from; i < to; i++) sum += samples[i] * samples[i];
            quiet.add(Math.sqrt(sum / (to - from)) < SILENT);
        }
        return quiet;
    }

    private static void clipping(Pcm sound, List<TakeIssue> found) {
        int places = 0;
        int run = 0;
        for (float s : sound.samples(0)) {
            run = Math.abs(s) >= FULL_SCALE ? run + 1 : 0;
            if (run == CLIPPED_RUN) places++;
        }
        if (places > 0) found.add(TakeIssue.minor(Kind.CLIPPED, "clips in %d place%s", places, places == 1 ? "" : "s"));
    }

    private static int longestRun(Codes codes) {
        int longest = 1;
        int run = 1;
        for (int f = 1; f < codes.frames(); f++) {
            run = Arrays.equals(codes.frame(f), codes.frame(f - 1)) ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
