package studio.parley.dialogue.script;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import studio.parley.dialogue.script.format.Chevrons;
import studio.parley.dialogue.script.format.CsvColumns;
import studio.parley.dialogue.script.format.CsvTable;
import studio.parley.dialogue.script.format.FountainFormat;
import studio.parley.dialogue.script.format.MarkdownFormat;
import studio.parley.dialogue.script.format.PlayFormat;
import studio.parley.dialogue.script.format.SubtitleCues;
import studio.parley.dialogue.script.format.TagsFormat;
import studio.parley.dialogue.script.format.TranscriptFormat;
import studio.parley.dialogue.script.parse.Asides;
import studio.parley.dialogue.script.parse.PrintedTime;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.parse.SpeakerEvidence;
import studio.parley.dialogue.script.parse.SpeakerLabel;
import studio.parley.dialogue.script.parse.SpeakerNameRules;
import studio.parley.dialogue.script.source.ScriptSource;

/**
 * Detects the format of a script, first by the file name's extension, then by its text.
 *
 * <p>Text where every line begins with {@code Name:} is a script; so is text where at least two lines and at least half of the lines or of
 * the paragraphs do. Prose with an occasional {@code Note: …} stays prose.
 */
final class FormatDetector {
    private static final Pattern TITLE_PAGE = Pattern.compile("(?i)(title|credit|authors?|source|draft date|contact):.*");
    private static final Pattern SCENE = Pattern.compile("(?i)(int|ext|est|i/e|int\\./ext)[. ].+");
    private static final int LOOK_AT = 2000;

    private FormatDetector() {}

    public static ScriptFormat detect(ScriptSource source) {
        var name = source.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".fountain") || name.endsWith(".spmd")) return ScriptFormat.FOUNTAIN;
        if (name.endsWith(".csv") || name.endsWith(".tsv")) return ScriptFormat.CSV;
        var format = byText(source);
        if (name.endsWith(".srt") && format != ScriptFormat.WEBVTT) return ScriptFormat.SRT;
        if (format == ScriptFormat.PLAIN && (name.endsWith(".md") || name.endsWith(".markdown"))) return ScriptFormat.MARKDOWN;
        return name.endsWith(".vtt") ? ScriptFormat.WEBVTT : format;
    }

    static ScriptFormat byText(ScriptSource source) {
        var all = source.lines().stream().limit(LOOK_AT).toList();
        var lines = all.stream().filter(l -> !l.isBlank()).toList();
        if (lines.isEmpty()) return ScriptFormat.PLAIN;
        var first = lines.getFirst().strip();
        if (lines.stream().allMatch(l -> l.strip().matches("#+(?:\\s.*)?"))) return ScriptFormat.PARLEY;
        if (first.startsWith("WEBVTT")) return ScriptFormat.WEBVTT;
        if (lines.stream().limit(3).anyMatch(SubtitleCues::isTiming)) return ScriptFormat.SRT;
        if (CsvTable.named(first).isPresent() || CsvColumns.isHeader(first)) return ScriptFormat.CSV;
        if (isPairs(lines)) return ScriptFormat.CSV;
        if (lines.stream().anyMatch(l -> l.strip().startsWith("@voice "))) return ScriptFormat.PARLEY;
        return byPeople(all, lines, first);
    }

    private static ScriptFormat byPeople(List<String> all, List<String> lines, String first) {
        if (TagsFormat.isTagged(lines)) return ScriptFormat.TAGS;
        long stamped = TranscriptFormat.stamped(lines);
        if (stamped > 1 && 5 * stamped >= lines.size() || stamped == 1 && lines.size() <= 2) return ScriptFormat.TRANSCRIPT;
        if (Chevrons.areIn(lines)) return ScriptFormat.TRANSCRIPT;
        if (MarkdownFormat.isMarked(lines)) return ScriptFormat.MARKDOWN;
        boolean staged = TITLE_PAGE.matcher(first).matches() || lines.stream().anyMatch(l -> SCENE.matcher(l.strip()).matches());
        if (staged && hasCues(all, true)) return ScriptFormat.FOUNTAIN;
        if (isScript(all, lines)) return ScriptFormat.PARLEY;
        if (PlayFormat.isPlay(all)) return PlayFormat.isPrinted(all) || !hasCues(all, false) ? ScriptFormat.PLAY : ScriptFormat.FOUNTAIN;
        if (hasCues(all, false)) return ScriptFormat.FOUNTAIN;
        return lines.stream().anyMatch(l -> l.contains("||")) ? ScriptFormat.OFFSETS : ScriptFormat.PLAIN;
    }

    /** A name, a tab and text on every line. */
    private static boolean isPairs(List<String> lines) {
        var names = lines.stream().filter(l -> l.strip().indexOf('\t') > 0 && l.strip().indexOf('\t') == l.strip().lastIndexOf('\t'))
                .map(l -> l.substring(0, l.indexOf('\t')).strip()).filter(n -> SpeakerNameRules.isName(n) && SpeakerLabel.of(n).isEmpty() && PrintedTime.before(n).isEmpty()).toList();
        return lines.size() > 1 && names.size() == lines.size() && names.stream().map(SpeakerNameRules::fold).distinct().count() < names.size();
    }

    private static boolean isScript(List<String> all, List<String> lines) {
        var flush = lines.stream().filter(l -> !Character.isWhitespace(l.charAt(0)) && !l.startsWith("#") && Asides.whole(l).isEmpty()
                && !SpeakerNameRules.isHeading(l)).toList();
        long labels = flush.stream().filter(SpeakerLabel::isLikely).count();
        if (SpeakerEvidence.of(all).isTight()) return true;
        if (labels > 0 && (labels == flush.size() || labels >= 2 && 2 * labels >= flush.size())) return true;
        long blocks = 0;
        long named = 0;
        var people = new HashSet<String>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isBlank() || i > 0 && !all.get(i - 1).isBlank()) continue;
            blocks++;
            var label = SpeakerLabel.of(all.get(i)).filter(SpeakerLabel::isLikely).filter(l -> !SpeakerNameRules.isLabel(l.name()));
            if (label.isEmpty()) continue;
            named++;
            people.add(SpeakerNameRules.fold(label.get().name()));
        }
        return named > 2 && people.size() < named && 2 * named >= blocks;
    }

    /** Cues as in screenplays: at the very beginning, or two and more, or one next to scene headings. */
    private static boolean hasCues(List<String> lines, boolean isStaged) {
        long cues = 0;
        for (int i = 1; i + 1 < lines.size(); i++) {
            if (lines.get(i - 1).isBlank() && FountainFormat.isCue(lines.get(i)) && !lines.get(i + 1).isBlank()) cues++;
        }
        boolean firstCue = lines.size() > 1 && FountainFormat.isCue(lines.getFirst()) && !lines.get(1).isBlank();
        return firstCue || cues >= (isStaged ? 1 : 2);
    }
}
