package studio.parley.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.parley.audio.pcm.Pcm;

/**
 * The 10 to 20 seconds of a long recording that represent a voice best. Measured in 20 ms frames: most speech, few pauses longer than half
 * a second, about the typical loudness, no clipping; start and end are in pauses if there are any, preferably in long ones (between
 * sentences).
 *
 * @param startMillis length left out before it
 * @param endMillis length left out after it
 * @param seconds its length
 */
public record BestStretch(int startMillis, int endMillis, double seconds) {
    /** Clips longer than this are cut. */
    public static final double LONGEST = 20;
    private static final double SHORTEST = 10;
    /** If there is no pause for the start or end. */
    private static final double USUAL = 15;
    private static final double FRAME = 0.02;
    /** Frames of a pause that may be between words of a sentence; shorter ones are within words. */
    private static final int PAUSE = 10;
    private static final int LONG_PAUSE = 25;
    /** Frames of silence left at both ends. */
    private static final int MARGIN = 5;

    /** Empty for a clip that is short enough, or without speech. */
    public static Optional<BestStretch> of(Pcm clip) {
        if (clip.seconds() <= LONGEST) return Optional.empty();
        var measured = new Measured(clip.toMono());
        return measured.best().map(w -> {
            int start = (int) Math.round(w.from() * measured.frame * 1000);
            int whole = (int) Math.round(clip.seconds() * 1000);
            int end = Math.max(0, whole - (int) Math.round(w.to() * measured.frame * 1000));
            return new BestStretch(start, end, (whole - start - end) / 1000.0);
        });
    }

    /** Frames {@code from} to {@code to}, with the lengths of the pauses at both ends. */
    private record Window(int from, int to, int pauses) {
        double seconds() {
            return (to - from) * FRAME;
        }
    }

    private record Edge(int at, int pause) {}

    /** A clip as frames, with running sums so that a window is evaluated in constant time. */
    private static final class Measured {
        /** Seconds of a frame, which is a whole number of samples. */
        private final double frame;
        private final double[] level;
        private final int[] speech;
        private final int[] excess;
        private final int[] clipped;
        private final double[] loudness;
        private final List<Edge> begins = new ArrayList<>();
        private final List<Edge> ends = new ArrayList<>();
        private double usual;

        Measured(Pcm mono) {
            int step = Math.max(1, (int) Math.round(mono.rate() * FRAME));
            frame = (double) step / mono.rate();
            int count = mono.frames() / step;
            level = new double[count];
            speech = new int[count + 1];
            excess = new int[count + 1];
            clipped = new int[count + 1];
            loudness = new double[count + 1];
            for (int f = 0; f < count; f++) {
                double square = 0;
                boolean full = false;
                for (int i = f * step; i < (f + 1) * step; i++) {
                    double v = mono.at(0, i);
                    square += v * v;
                    full |= Math.abs(v) >= 0.999;
                }
                level[f] = 10 * Math.log10(square / step + 1e-10);
                clipped[f + 1] = clipped[f] + (full ? 1 : 0);
            }
            sum(threshold());
        }

        /** Speech is what is clearly above the noise and not far below the loudest. */
        private double threshold() {
            var sorted = level.clone();
            Arrays.sort(sorted);
            double floor = sorted[sorted.length / 10];
            double loud = sorted[sorted.length * 9 / 10];
            // If there are almost no pauses, the floor is speech itself.
            return Math.max(-70, Math.max(loud - 30, Math.min(floor + 6, loud - 18)));
        }

        private void sum(double threshold) {
            begins.add(new Edge(0, 0));
            int silent = 0;
            for (int f = 0; f < level.length; f++) {
                boolean speaks = level[f] > threshold;
                if (speaks && silent >= PAUSE) pause(f - silent, f);
                silent = speaks ? 0 : silent + 1;
                speech[f + 1] = speech[f] + (speaks ? 1 : 0);
                excess[f + 1] = excess[f] + (silent > LONG_PAUSE ? 1 : 0);
                loudness[f + 1] = loudness[f] + (speaks ? level[f] : 0);
            }
            if (silent >= PAUSE) pause(level.length - silent, level.length);
            ends.add(new Edge(level.length, 0));
            usual = speech[level.length] == 0 ? 0 : loudness[level.length] / speech[level.length];
        }

        private void pause(int from, int to) {
            int margin = Math.min(MARGIN, (to - from) / 2);
            if (from > 0) ends.add(new Edge(from + margin, to - from));
            begins.add(new Edge(to - margin, to - from));
        }

        Optional<Window> best() {
            if (speech[level.length] == 0) return Optional.empty();
            var windows = new ArrayList<Window>();
            int last = 0;
            for (var begin : begins) {
                while (last < ends.size() && ends.get(last).at() - begin.at() < SHORTEST / FRAME) last++;
                for (int e = last; e < ends.size() && ends.get(e).at() - begin.at() <= LONGEST / FRAME; e++) {
                    windows.add(new Window(begin.at(), ends.get(e).at(), Math.min(30, begin.pause()) + Math.min(30, ends.get(e).pause())));
                }
            }
            int usualFrames = (int) (USUAL / FRAME);
            if (windows.isEmpty()) for (int f = 0; f + usualFrames <= level.length; f += 12) windows.add(new Window(f, f + usualFrames, 0));
            Window best = windows.getFirst();
            for (var w : windows) if (score(w) > score(best)) best = w;
            return Optional.of(best);
        }

        private double score(Window w) {
            double length = w.to() - w.from();
            int spoken = speech[w.to()] - speech[w.from()];
            if (spoken == 0) return Double.NEGATIVE_INFINITY;
            double off = Math.abs((loudness[w.to()] - loudness[w.from()]) / spoken - usual);
            return spoken / length - (excess[w.to()] - excess[w.from()]) / length - Math.min(1, 10 * (clipped[w.to()] - clipped[w.from()]) / length)
                    - 0.02 * off + 0.15 * Math.min(1, w.seconds() / USUAL) + 0.2 * w.pauses() / 60.0;
        }
    }
}
