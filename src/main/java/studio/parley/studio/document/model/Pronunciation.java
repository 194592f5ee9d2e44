package studio.parley.studio.document.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
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

    /** The same for many texts. */
    static UnaryOperator<String> replacing(List<Pronunciation> list) {
        if (list.isEmpty()) return text -> text;
        var sorted = list.stream().sorted(Comparator.comparingInt((Pronunciation p) -> -p.written.length())).toList();
        var words = sorted.stream().map(p -> "(" + Pattern.quote(p.written) + ")").collect(Collectors.joining("|"));
        var pattern = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return text -> pattern.matcher(text).replaceAll(m -> Matcher.quoteReplacement(chosen(sorted, m)));
    }

    private static String chosen(List<Pronunciation> sorted, java.util.regex.MatchResult match) {
        for (int i = 0; i < sorted.size(); i++) if (match.group(i + 1) != null) return sorted.get(i).spoken;
        throw new IllegalStateException("a match of no group");
    }
}
