package studio.parley.studio.document.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.parley.dialogue.AllowedText;

/** A word that is written one way and spoken another: "Siobhan" as "Shivawn". Whole words only, ignoring case. */
public record Pronunciation(String written, String spoken) {
    public Pronunciation {
        written = AllowedText.name(written);
        spoken = AllowedText.name(spoken);
        if (written.isEmpty()) throw new IllegalArgumentException("a pronunciation of nothing");
    }

    /** The text with every listed word replaced, in one pass: replacements are not replaced again; longer entries win. */
    public static String apply(List<Pronunciation> list, String text) {
        return list.isEmpty() || text.isEmpty() ? text : replacing(list).apply(text);
    }

    /**
     * A text as it is spoken, and where its characters stand in the written one.
     *
     * @param begins for each character, and after the last, where a word that begins there begins in the written text
     * @param ends likewise, for words that end before it
     */
    public record Spoken(String text, List<Integer> begins, List<Integer> ends) {}

    /** {@link #apply} with the places of what was replaced. */
    public static Spoken spoken(List<Pronunciation> list, String text) {
        var out = new StringBuilder();
        var begins = new ArrayList<Integer>();
        var ends = new ArrayList<Integer>(List.of(0));
        var found = list.isEmpty() ? List.<MatchResult>of() : pattern(sorted(list)).matcher(text).results().toList();
        int at = 0;
        for (var match : found) {
            at = copy(text, at, match.start(), out, begins, ends);
            for (char c : chosen(sorted(list), match).toCharArray()) {
                out.append(c);
                begins.add(match.start());
                ends.add(match.end());
            }
            at = match.end();
        }
        begins.add(copy(text, at, text.length(), out, begins, ends));
        return new Spoken(out.toString(), List.copyOf(begins), List.copyOf(ends));
    }

    private static int copy(String text, int from, int to, StringBuilder out, List<Integer> begins, List<Integer> ends) {
        for (int i = from; i < to; i++) {
            out.append(text.charAt(i));
            begins.add(i);
            ends.add(i + 1);
        }
        return to;
    }

    /** The same for many texts. */
    static UnaryOperator<String> replacing(List<Pronunciation> list) {
        if (list.isEmpty()) return text -> text;
        var sorted = sorted(list);
        var pattern = pattern(sorted);
        return text -> pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(chosen(sorted, m)));
    }

    private static List<Pronunciation> sorted(List<Pronunciation> list) {
        return list.stream().sorted(Comparator.comparingInt((Pronunciation p) -> -p.written.length())).toList();
    }

    private static Pattern pattern(List<Pronunciation> sorted) {
        var words = sorted.stream().map(p -> "(" + Pattern.quote(p.written) + ")").collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String chosen(List<Pronunciation> sorted, MatchResult match) {
        for (int i = 0; i < sorted.size(); i++) if (match.group(i + 1) != null) return sorted.get(i).spoken;
        throw new IllegalStateException("a match of no group");
    }
}
