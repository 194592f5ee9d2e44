package studio.parley.dialogue.script.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what a person should know about the reading of a script: what was skipped, on which lines, and what was guessed. One thread. */
public final class ReadingNotices {
    private static final int QUOTED = 3;
    private static final int QUOTE_LENGTH = 60;
    private static final int RANGES = 40;

    private final Map<String, TreeMap<Integer, String>> passed = new LinkedHashMap<>();
    private final Map<String, TreeSet<Integer>> placed = new LinkedHashMap<>();
    private final Set<String> general = new LinkedHashSet<>();

    /** A part of the text that does not become part of the conversation; {@code noun} names it in the singular, as in "sound". */
    public void passOver(int line, String noun, String text) {
        passed.computeIfAbsent(noun, n -> new TreeMap<>()).merge(line, text.strip(), (a, b) -> a + " " + b);
    }

    /** A sentence without its full stop that applies to some lines, which are listed after it. */
    public void at(int line, String sentence) {
        placed.computeIfAbsent(sentence, s -> new TreeSet<>()).add(line);
    }

    public void say(String sentence) {
        general.add(sentence);
    }

    public List<String> sentences() {
        var out = new ArrayList<>(general);
        placed.forEach((sentence, lines) -> out.add(sentence + ": " + numbered(lines) + "."));
        passed.forEach((noun, lines) -> out.add(lines.size() + " " + (lines.size() == 1 ? noun : plural(noun)) + " skipped: "
                + (noun.equals("line") ? numbers(lines.navigableKeySet()) : numbered(lines.navigableKeySet())) + quotes(lines) + "."));
        return out;
    }

    /** "lines of action", "synopsis lines", "repeated lines of rolling captions". */
    private static String plural(String noun) {
        int end = noun.replaceFirst(" (?:of|without|before|that)\\b.*", "").length();
        var word = noun.substring(0, end);
        return (word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s") + noun.substring(end);
    }

    private static String quotes(TreeMap<Integer, String> lines) {
        var quotes = lines.values().stream().filter(t -> !t.isEmpty()).limit(QUOTED).map(ReadingNotices::quote).toList();
        if (quotes.isEmpty()) return "";
        return " (" + String.join(", ", quotes) + (lines.size() > quotes.size() ? ", …)" : ")");
    }

    private static String quote(String text) {
        if (text.length() <= QUOTE_LENGTH) return "“" + text + "”";
        int end = Character.isHighSurrogate(text.charAt(QUOTE_LENGTH - 1)) ? QUOTE_LENGTH - 1 : QUOTE_LENGTH;
        return "“" + text.substring(0, end).strip() + "…”";
    }

    private static String numbered(Set<Integer> lines) {
        return (lines.size() == 1 ? "line " : "lines ") + numbers(lines);
    }

    /** "3, 5–9, 12": consecutive numbers as ranges. */
    private static String numbers(Set<Integer> lines) {
        var ranges = new ArrayList<String>();
        int first = 0;
        int last = -1;
        for (int line : lines) {
            if (line != last + 1) {
                if (last > 0) ranges.add(range(first, last));
                first = line;
            }
            last = line;
        }
        ranges.add(range(first, last));
        int more = ranges.size() - RANGES;
        return String.join(", ", ranges.subList(0, Math.min(RANGES, ranges.size()))) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String range(int first, int last) {
        return first == last ? "" + first : first + (last == first + 1 ? ", " : "–") + last;
    }
}
