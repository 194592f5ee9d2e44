package studio.parley.studio.recordings;

import java.util.Arrays;
import studio.parley.audio.pcm.Pcm;

/** Where a recording is quiet, in blocks of 10 ms: the times of words are not exact enough to cut between them. Immutable. */
final class QuietPlaces {
    private static final int PER_SECOND = 100;
    /** Quieter than loud speech by 32 dB, as a power; and less than twice the level of what is always there. */
    private static final double BELOW_LOUD = Math.pow(10, -3.2);
    private static final double ABOVE_FLOOR = 4;

    private final double[] power;
    private final double limit;

    /** A pause in seconds; empty, at its quietest moment, if nothing in between is quiet. */
    record Pause(double from, double to) {
        double seconds() {
            return to - from;
        }
    }

    QuietPlaces(Pcm mono) {
        int step = Math.max(1, mono.rate() / PER_SECOND);
        power = new double[mono.frames() / step];
        for (int i = 0; i < power.length; i++) {
            for (int k = i * step; k < (i + 1) * step; k++) power[i] += (double) mono.at(0, k) * mono.at(0, k) / step;
        }
        var sorted = power.clone();
        Arrays.sort(sorted);
        limit = power.length == 0 ? 0 : Math.max(sorted[(power.length - 1) * 95 / 100] * BELOW_LOUD, sorted[power.length / 20] * ABOVE_FLOOR);
    }

    /** The longest pause between two times. */
    Pause between(double from, double to) {
        int first = Math.clamp((long) (from * PER_SECOND), 0, power.length);
        int last = Math.clamp((long) Math.ceil(to * PER_SECOND), first, power.length);
        int best = first;
        int length = 0;
        int quietest = first;
        int run = 0;
        for (int i = first; i < last; i++) {
            if (power[i] < power[quietest]) quietest = i;
            run = power[i] <= limit ? run + 1 : 0;
            if (run <= length) continue;
            length = run;
            best = i + 1 - run;
        }
        return length == 0 ? new Pause((double) quietest / PER_SECOND, (double) quietest / PER_SECOND) : new Pause((double) best / PER_SECOND, (double) (best + length) / PER_SECOND);
    }
}
