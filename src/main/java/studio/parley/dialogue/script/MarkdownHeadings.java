package studio.parley.dialogue.script;

import java.util.List;
import java.util.regex.Pattern;

/** Headings that name who speaks below them, each perhaps only once. */
final class MarkdownHeadings {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");

    private MarkdownHeadings() {}

    /** Whether there are two headings at least, and all but a title at the beginning look like names and have text below. */
    static boolean areNames(List<String> all) {
        var lines = all.stream().map(String::strip).filter(l -> !l.isEmpty()).toList();
        var at = java.util.stream.IntStream.range(0, lines.size()).filter(i -> isHeading(lines.get(i))).boxed().toList();
        if (at.isEmpty()) return false;
        boolean hasTitle = at.size() > 1 && (at.get(1) == at.getFirst() + 1 || level(lines.get(at.getFirst())) < level(lines.get(at.get(1))));
        var names = at.subList(hasTitle ? 1 : 0, at.size());
        return names.size() > 1 && names.stream().allMatch(i -> isName(lines.get(i)) && i + 1 < lines.size() && !isHeading(lines.get(i + 1)))
                && names.stream().map(i -> level(lines.get(i))).distinct().count() == 1;
    }

    private static boolean isName(String heading) {
        var name = MarkdownText.plain(heading.replaceFirst("^#+\\s+", "").replaceFirst("\\s*#*$", "")).replaceFirst("(?: said)?[:：]$", "");
        return Names.isName(name) && !Names.isLabel(name) && !Names.isDivision(name) && name.split("\\s+").length <= 4
                && Character.isLetter(name.codePointAt(0)) && !Character.isLowerCase(name.codePointAt(0));
    }

    private static boolean isHeading(String line) {
        return HEADING.matcher(line).matches();
    }

    private static int level(String heading) {
        return heading.indexOf(' ') < 0 ? heading.length() : heading.replaceFirst("[^#].*", "").length();
    }
}
