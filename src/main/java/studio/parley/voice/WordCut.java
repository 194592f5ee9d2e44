package studio.parley.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import studio.parley.audio.dsp.SilenceDetector;
import studio.parley.audio.pcm.Pcm;

/**
 * Estimates which words of a clip's transcript are outside the used part after a cut, as if every letter took the same time of the sounding
 * part, without pauses.
 *
 * @param before words before the used part, as written, with the text between them
 * @param kept words in the used part
 * @param after words after it
 */
public record WordCut(String before, String kept, String after) {
    private static final Pattern WORD = Pattern.compile("\\S+\\s*");

    /** A range of a clip, in milliseconds. */
    public record Stretch(int from, int to) {}

    /** Where a clip has sound: computed off the JavaFX thread, because it reads every sample. */
    public static List<Stretch> sounding(Pcm clip) {
        var mono = clip.toMono();
        float peak = 0;
        for (int i = 0; i < mono.frames(); i++) peak = Math.max(peak, Math.abs(mono.at(0, i)));
        var spans = SilenceDetector.sounding(mono, 0.02 * peak, Math.max(1, (int) (0.2 * clip.rate())));
        return spans.stream().map(s -> new Stretch(millis(s.from(), clip.rate()), millis(s.to(), clip.rate()))).toList();
    }

    private static int millis(int frames, int rate) {
        return (int) (1000L * frames / rate);
    }

    /** @param said the range that contains all the words, of which only {@code heard} is used now */
    public static WordCut of(String transcript, List<Stretch> sounding, Stretch said, Stretch heard) {
        var words = WORD.matcher(transcript.strip()).results().map(r -> r.group()).toList();
        var spans = within(sounding, said);
        double all = words.stream().mapToInt(String::length).sum();
        double time = spans.stream().mapToInt(s -> s.to() - s.from()).sum();
        var parts = List.of(new StringBuilder(), new StringBuilder(), new StringBuilder());
        double letters = 0;
        for (var word : words) {
            double at = place(spans, (letters + word.strip().length() / 2.0) / all * time);
            parts.get(at < heard.from() ? 0 : at <= heard.to() ? 1 : 2).append(word);
            letters += word.length();
        }
        return new WordCut(parts.get(0).toString(), parts.get(1).toString(), parts.get(2).toString());
    }

    private static List<Stretch> within(List<Stretch> sounding, Stretch said) {
        var out = new ArrayList<Stretch>();
        for (var s : sounding) if (s.to() > said.from() && s.from() < said.to()) out.add(new Stretch(Math.max(s.from(), said.from()), Math.min(s.to(), said.to())));
        return out.isEmpty() ? List.of(said) : out;
    }

    /** The moment after so many milliseconds of sound. */
    private static double place(List<Stretch> spans, double sound) {
        for (var s : spans) {
            if (sound <= s.to() - s.from()) return s.from() + sound;
            sound -= s.to() - s.from();
        }
        return spans.getLast().to();
    }

    /** Whether any word is outside. */
    public boolean leavesOut() {
        return !before.isEmpty() || !after.isEmpty();
    }

    /** How many are outside. */
    public long count() {
        return WORD.matcher(before).results().count() + WORD.matcher(after).results().count();
    }
}
