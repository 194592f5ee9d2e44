package studio.parley.dialogue.script.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import studio.parley.dialogue.script.parse.SpeakerNameRules;

/** Headings, and whether they name the speaker of the text below them, each perhaps only once. */
final class MarkdownHeadings {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");

    private record Heading(int at, int level, String text) {}

    private MarkdownHeadings() {}

    /** The text of a heading. */
    static Optional<String> text(String line) {
        return heading(0, line.strip()).map(Heading::text);
    }

    /** Whether there are at least two headings, and all but a title at the beginning look like names and have text below. */
    static boolean areNames(List<String> all) {
        var lines = all.stream().map(String::strip).filter(l -> !l.isEmpty()).toList();
        var headings = IntStream.range(0, lines.size()).boxed().flatMap(i -> heading(i, lines.get(i)).stream()).toList();
        if (headings.size() < 2) return false;
        var first = headings.get(0);
        var second = headings.get(1);
        boolean hasTitle = second.at() == first.at() + 1 || first.level() < second.level();
        var names = headings.subList(hasTitle ? 1 : 0, headings.size());
        return names.size() > 1 && names.stream().allMatch(h -> isName(h.text()) && h.level() == names.getFirst().level())
                && names.stream().allMatch(h -> h.at() + 1 < lines.size() && heading(0, lines.get(h.at() + 1)).isEmpty());
    }

    private static Optional<Heading> heading(int at, String line) {
        var match = HEADING.matcher(line);
        return match.matches() ? Optional.of(new Heading(at, match.group(1).length(), match.group(2))) : Optional.empty();
    }

    private static boolean isName(String text) {
        var name = MarkdownText.plain(text).replaceFirst("(?: said)?[:：]$", "");
        return SpeakerNameRules.isName(name) && !SpeakerNameRules.isLabel(name) && !SpeakerNameRules.isDivision(name) && name.split("\\s+").length <= 4
                && Character.isLetter(name.codePointAt(0)) && !Character.isLowerCase(name.codePointAt(0));
    }
}
