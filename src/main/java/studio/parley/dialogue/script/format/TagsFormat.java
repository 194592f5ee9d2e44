package studio.parley.dialogue.script.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.Asides;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.PrintedTime;
import studio.parley.dialogue.script.parse.ScriptBuilder;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.parse.SpeakerEvidence;
import studio.parley.dialogue.script.parse.SpeakerLabel;
import studio.parley.dialogue.script.parse.SpeakerNameRules;
import studio.parley.dialogue.script.parse.TurnBuilder;
import studio.parley.dialogue.script.source.ScriptSource;

/**
 * Reads text with tags of speech models: {@code [S1] words [S2] words}, CSM's own {@code [0]words}, {@code [SPEAKER_00] words}; and
 * {@code [Ann] words} or {@code <ann> words} if such names occur repeatedly.
 */
public final class TagsFormat {
    private static final Pattern TAG = Pattern.compile("[\\[<]\\s?((?:S|SPK|SPEAKER)[ _-]?)?(\\d{1,4})\\s?[\\]>]\\s?:?", Pattern.CASE_INSENSITIVE);
    private static final String HTML = "(?:b|i|u|em|strong|p|span|br|div|font|h\\d|ul|ol|li|a|code)>";
    private static final Pattern NAME = Pattern.compile("^(?:\\[|\\(|<(?!/|" + HTML + "))([^\\[\\]<>()]{1,60})[\\]>)]\\s?[:：]?\\s*(.*)$");

    private final ScriptSource source;
    private final TurnBuilder turns;
    private final SpeakerEvidence evidence;
    /** Whether most tags at the beginning of lines have letters; within a line only tags of the more common kind count. */
    private final boolean lettered;
    private final boolean mixed;

    private TagsFormat(ScriptSource source) {
        this.source = source;
        this.turns = new TurnBuilder(new ScriptBuilder(source), " ", false);
        this.evidence = names(source.lines());
        var tags = source.lines().stream().map(l -> TAG.matcher(l.strip())).filter(Matcher::lookingAt).toList();
        long letters = tags.stream().filter(m -> m.group(1) != null).count();
        this.lettered = 2 * letters > tags.size();
        this.mixed = letters > 0 && letters < tags.size();
    }

    public static ParsedScript read(ScriptSource source) {
        return new TagsFormat(source).read();
    }

    /** Whether text is tagged: it begins with a numbered tag, or at least half of its lines with bracketed names that occur repeatedly. */
    public static boolean isTagged(List<String> lines) {
        var first = TAG.matcher(lines.getFirst().strip());
        if (first.lookingAt() && (first.group(1) != null || !lines.getFirst().strip().startsWith("<"))) {
            return 2 * lines.stream().filter(l -> TAG.matcher(l.strip()).lookingAt()).count() >= lines.size();
        }
        var evidence = names(lines);
        return 2 * lines.stream().filter(l -> named(l, evidence).isPresent()).count() >= lines.size();
    }

    private static SpeakerEvidence names(List<String> lines) {
        var evidence = SpeakerEvidence.of(List.of());
        for (var line : lines) {
            var match = NAME.matcher(line.strip());
            if (!match.matches() || match.group(1).contains(",")) continue;
            boolean isName = match.group().startsWith("<") ? SpeakerNameRules.isName(match.group(1)) : Asides.mayBeName(match.group(1));
            if (isName) evidence.met(match.group(1));
        }
        return evidence;
    }

    private static Optional<SpeakerLabel> named(String line, SpeakerEvidence evidence) {
        var match = NAME.matcher(line.strip());
        if (!match.matches() || TAG.matcher(line.strip()).lookingAt() || match.group(2).isBlank()) return Optional.empty();
        int comma = match.group(1).indexOf(',');
        boolean acted = comma > 0 && Asides.isManner(match.group(1).substring(comma + 1).strip());
        var name = acted ? match.group(1).substring(0, comma) : match.group(1);
        if (evidence.count(name) == 0 && !(acted && Asides.mayBeName(name))) return Optional.empty();
        var words = acted ? "(" + match.group(1).substring(comma + 1).strip() + ") " + match.group(2) : match.group(2);
        return Optional.of(new SpeakerLabel(SpeakerNameRules.tidy(name), "", words, true));
    }

    private ParsedScript read() {
        for (int at = 1; at <= source.count(); at++) if (!source.isBlank(at)) line(at, source.line(at).strip());
        turns.end();
        return turns.builder().build(ScriptFormat.TAGS);
    }

    private void line(int at, String line) {
        var named = named(line, evidence);
        var words = PrintedTime.withoutTimes(line);
        if (!words.equals(line)) turns.builder().notices().at(at, "Times within the text were removed");
        if (named.isPresent()) {
            turns.turn(at, named.get().name(), PrintedTime.withoutTimes(named.get().words()), TimingRelation.NEXT);
            return;
        }
        said(at, words);
    }

    private void said(int at, String line) {
        var tag = TAG.matcher(line);
        int from = 0;
        Optional<String> name = Optional.empty();
        while (tag.find()) {
            boolean other = lettered != (tag.group(1) != null);
            if (other && tag.start() > 0) continue;
            if (other && mixed) turns.builder().notices().at(at, "A tag that differs from the others was read as the speaker of that number");
            said(at, name, line.substring(from, tag.start()));
            name = Optional.of(turns.builder().speaker(Integer.parseInt(tag.group(2))).name());
            from = tag.end();
        }
        said(at, name, line.substring(from));
    }

    private void said(int at, Optional<String> name, String words) {
        if (name.isPresent()) turns.turn(at, name.get(), words, TimingRelation.NEXT);
        else if (!words.isBlank()) turns.loose(at, words, source.isBlank(at - 1));
    }
}
