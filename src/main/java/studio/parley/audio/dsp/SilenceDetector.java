package studio.parley.audio.dsp;

import java.util.ArrayList;
import java.util.List;
import studio.parley.audio.pcm.Pcm;

/** Finds sound and silence in mono audio, by the absolute value of its samples. */
public final class SilenceDetector {
    private SilenceDetector() {}

    /** Samples {@code from} (inclusive) to {@code to} (exclusive). */
    public record Span(int from, int to) {
        public int length() {
            return to - from;
        }
    }

    /**
     * The ranges with sound: samples above {@code threshold}, joined across silences shorter than {@code shortest} samples. Silence at the
     * end that is too short to count belongs to the last range. Empty if there is no sound.
     */
    public static List<Span> sounding(Pcm mono, double threshold, int shortest) {
        var spans = new ArrayList<Span>();
        var x = mono.raw(0);
        float limit = (float) threshold;
        int from = -1;
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            if (!(Math.abs(x[i]) > limit)) continue;
            if (from >= 0 && i - last - 1 >= shortest) {
                spans.add(new Span(from, last + 1));
                from = i;
            }
            if (from < 0) from = i;
            last = i;
        }
        if (from >= 0) spans.add(new Span(from, x.length - last - 1 >= shortest ? last + 1 : x.length));
        return spans;
    }

    /** The audio without silence at its start and end, except for {@code margin} samples; unchanged if all is silent. */
    public static Pcm trim(Pcm sound, double threshold, int margin) {
        float limit = (float) threshold;
        int first = sound.frames();
        int last = -1;
        for (int c = 0; c < sound.channels(); c++) {
            var x = sound.raw(c);
            for (int i = 0; i < x.length; i++) {
                if (Math.abs(x[i]) <= limit) continue;
                first = Math.min(first, i);
                last = Math.max(last, i);
            }
        }
        return last < 0 ? sound : sound.slice(Math.max(0, first - margin), Math.min(sound.frames(), last + 1 + margin));
    }
}
