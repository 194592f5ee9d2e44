package studio.parley.studio.transcription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.parley.textnorm.WordComparison;

/**
 * When the words of a written text are spoken: a word that was heard has the time of what was heard, and those between two of them share the
 * time in between by their length. Names, numbers and spellings that a recogniser writes in its own way keep the writer's form. Pure; any thread.
 */
public final class TextTimes {
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    /** No word is spoken in less. */
    private static final double LEAST_SECONDS = 0.05;

    /**
     * A word with its punctuation.
     *
     * @param from and {@code to}: its place in the text
     * @param begin and {@code end}: seconds from the beginning of the clip
     * @param isHeard whether it was heard as it is written; otherwise its time is estimated
     */
    public record TimedText(int from, int to, double begin, double end, boolean isHeard) {}

    private record Span(double begin, double end) {}

    private TextTimes() {}

    /** Every word of {@code text} in order, times never falling; empty if nothing was heard. */
    public static List<TimedText> of(String text, TakeTranscript heard) {
        if (heard.words().isEmpty()) return List.of();
        var words = words(text);
        var known = known(words, WordComparison.of(text, heard.text()).matches(), spans(heard));
        return filled(words, known, heard.words().getFirst().from(), heard.words().getLast().to());
    }

    private static List<int[]> words(String text) {
        return WORD.matcher(text).results().map(m -> new int[] {m.start(), m.end()}).toList();
    }

    /** The time of each character of what was heard; only letters and digits take time. */
    private static List<Span> spans(TakeTranscript heard) {
        var out = new ArrayList<Span>();
        for (var word : heard.words()) {
            double seconds = (word.to() - word.from()) / Math.max(1, letters(word.text(), word.text().length()));
            for (int i = 0; i < word.text().length(); i++) {
                out.add(new Span(word.from() + seconds * letters(word.text(), i), word.from() + seconds * letters(word.text(), i + 1)));
            }
            out.add(new Span(word.to(), word.to()));
        }
        return out;
    }

    private static long letters(String text, int count) {
        return text.substring(0, count).chars().filter(Character::isLetterOrDigit).count();
    }

    /** The time of each written word, null if it was not heard; written words that share a heard one ("1984") share its time. */
    private static @Nullable Span[] known(List<int[]> words, List<WordComparison.Match> matches, List<Span> spans) {
        var sharing = new LinkedHashMap<Integer, TreeSet<Integer>>();
        var ends = new HashMap<Integer, Integer>();
        for (var match : matches) {
            ends.merge(match.heardFrom(), match.heardTo(), Math::max);
            var sharers = sharing.computeIfAbsent(match.heardFrom(), f -> new TreeSet<>());
            for (int i = 0; i < words.size(); i++) if (words.get(i)[0] < match.to() && words.get(i)[1] > match.from()) sharers.add(i);
        }
        var out = new @Nullable Span[words.size()];
        sharing.forEach((from, sharers) -> {
            double begin = spans.get(from).begin();
            double share = (spans.get(ends.getOrDefault(from, from + 1) - 1).end() - begin) / sharers.size();
            int j = 0;
            for (int i : sharers) {
                var own = new Span(begin + share * j, begin + share * ++j);
                var before = out[i];
                out[i] = before == null ? own : new Span(before.begin(), own.end());
            }
        });
        return out;
    }

    private static List<TimedText> filled(List<int[]> words, @Nullable Span[] known, double begin, double end) {
        var out = new ArrayList<TimedText>();
        double at = begin;
        for (int i = 0; i < words.size(); i++) {
            var span = known[i];
            if (span == null) span = estimated(words, known, i, at, end);
            double from = Math.max(at, span.begin());
            at = Math.max(from, span.end());
            out.add(new TimedText(words.get(i)[0], words.get(i)[1], from, at, known[i] != null));
        }
        return List.copyOf(out);
    }

    /** A word's share of the time until the next one that was heard; if there is too little, that one gives some of its own. */
    private static Span estimated(List<int[]> words, @Nullable Span[] known, int i, double at, double end) {
        int next = i;
        int length = 0;
        while (next < words.size() && known[next] == null) length += length(words.get(next++));
        var after = next < words.size() ? known[next] : null;
        double free = Math.max(0, (after == null ? end : after.begin()) - at);
        if (after != null && free < LEAST_SECONDS * (next - i)) {
            double share = Math.max(0, after.end() - at) / (length + length(words.get(next)));
            known[next] = new Span(at + share * length, Math.max(at, after.end()));
            free = share * length;
        }
        return new Span(at, at + free * length(words.get(i)) / length);
    }

    private static int length(int[] word) {
        return word[1] - word[0];
    }
}
