package studio.parley.dialogue.script;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells which form a script has, first by the file's ending, then by its text.
 *
 * <p>Text where every line begins with {@code Name:} is a script; so is text where at least two lines and at least half of
 * them do (a line that does not is then a mistake worth telling). Prose with a {@code Note: …} now and then stays prose.
 */
final class FormatDetector {
    private static final Pattern BOLD_NAME = Pattern.compile("\\s*(?:[-*+]\\s+)?(\\*\\*|__)[^*_:：]{1,60}([:：]\\1|\\1\\s?[:：]).*");
    private static final Pattern TITLE_PAGE = Pattern.compile("(?i)(title|credit|authors?|source|draft date|contact):.*");
    private static final Pattern SCENE = Pattern.compile("(?i)(int|ext|est|i/e|int\\./ext)[. ].+");
    private static final int LOOK_AT = 2000;

    private FormatDetector() {}

    static ScriptFormat detect(ScriptSource source) {
        var name = source.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".fountain") || name.endsWith(".spmd")) return ScriptFormat.FOUNTAIN;
        if (name.endsWith(".csv") || name.endsWith(".tsv")) return ScriptFormat.CSV;
        if (name.endsWith(".srt")) return ScriptFormat.SRT;
        if (name.endsWith(".vtt")) return ScriptFormat.WEBVTT;
        return byText(source.lines().stream().limit(LOOK_AT).toList());
    }

    private static ScriptFormat byText(List<String> all) {
        var lines = all.stream().filter(l -> !l.isBlank()).toList();
        if (lines.isEmpty()) return ScriptFormat.PLAIN;
        var first = lines.getFirst().strip();
        if (first.startsWith("WEBVTT")) return ScriptFormat.WEBVTT;
        if (lines.stream().limit(2).anyMatch(l -> l.contains("-->"))) return ScriptFormat.SRT;
        if (CsvTable.isHeader(first)) return ScriptFormat.CSV;
        if (lines.stream().anyMatch(l -> l.strip().startsWith("@voice "))) return ScriptFormat.PARLEY;
        if (lines.stream().anyMatch(l -> BOLD_NAME.matcher(l).matches())) return ScriptFormat.MARKDOWN;
        if (isFountain(all, first)) return ScriptFormat.FOUNTAIN;
        if (isScript(lines)) return ScriptFormat.PARLEY;
        if (lines.stream().anyMatch(l -> l.contains("||"))) return ScriptFormat.OFFSETS;
        return ScriptFormat.PLAIN;
    }

    private static boolean isScript(List<String> lines) {
        var flush = lines.stream().filter(l -> !Character.isWhitespace(l.charAt(0)) && !l.startsWith("#")).toList();
        long heads = flush.stream().filter(Head::isLikely).count();
        return heads > 0 && (heads == flush.size() || heads >= 2 && 2 * heads >= flush.size());
    }

    private static boolean isFountain(List<String> lines, String first) {
        long cues = 0;
        for (int i = 1; i + 1 < lines.size(); i++) {
            if (lines.get(i - 1).isBlank() && FountainFormat.isCue(lines.get(i)) && !lines.get(i + 1).isBlank()) cues++;
        }
        boolean firstCue = lines.size() > 1 && FountainFormat.isCue(lines.getFirst()) && !lines.get(1).isBlank();
        boolean staged = TITLE_PAGE.matcher(first).matches() || lines.stream().anyMatch(l -> SCENE.matcher(l.strip()).matches());
        return cues > 0 && (staged || firstCue || cues >= 2);
    }
}
