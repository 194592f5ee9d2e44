package studio.parley.dialogue.script.format;

import java.util.regex.Pattern;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptBuilder;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.parse.SpeakerEvidence;
import studio.parley.dialogue.script.parse.SpeakerLabel;
import studio.parley.dialogue.script.parse.SpeakerNameRules;
import studio.parley.dialogue.script.parse.TimingMarks;
import studio.parley.dialogue.script.parse.TurnBuilder;
import studio.parley.dialogue.script.source.CleanText;
import studio.parley.dialogue.script.source.ScriptSource;

/** Reads Parley's own script format, the inverse of {@link ParleyWriter}, and any text in which speeches begin with {@code Name:}. */
public final class ParleyFormat {
    private static final Pattern VOICE = Pattern.compile("@voice\\s+(?:\"((?:[^\"\\\\]|\\\\.){1,400})\"|(\\S+))"
            + "(?:\\s+#(-?\\d{1,6}))?(?:\\s+(.+))?", Pattern.DOTALL);

    private static final Pattern INLINE = Pattern.compile("[.!?…]\\s+(\\p{Lu}[\\p{L}\\p{N}’'-]{1,20}(?: \\p{Lu}[\\p{L}\\p{N}’'-]{0,20})?):\\s");

    private final ScriptSource source;
    private final ScriptBuilder builder;
    private final TurnBuilder turns;
    private final SpeakerEvidence evidence;

    private ParleyFormat(ScriptSource source) {
        this.source = source;
        this.builder = new ScriptBuilder(source);
        this.turns = new TurnBuilder(builder, "\n", true);
        this.evidence = SpeakerEvidence.of(source.lines());
    }

    public static ParsedScript read(ScriptSource source) {
        return new ParleyFormat(source).read();
    }

    private ParsedScript read() {
        int margin = margin();
        for (int at = 1; at <= source.count(); at++) {
            var line = source.line(at).strip();
            boolean isIndented = indent(source.line(at)) > margin;
            if (line.isEmpty()) continue;
            if (isIndented && !source.isBlank(at - 1) && turns.speaker().isPresent()) turns.more(at, line);
            else if (line.startsWith("#")) heading(line, at);
            else if (line.startsWith("@voice ") || line.equals("@voice")) voice(line, at);
            else spoken(at, line);
        }
        turns.end();
        return builder.build(ScriptFormat.PARLEY);
    }

    /** The first {@code #} line before any text is the title; later ones are comments. */
    private void heading(String line, int at) {
        var text = CleanText.unescape(line.replaceFirst("#+", "").strip());
        if (builder.title().isEmpty() && turns.speaker().isEmpty()) builder.title(text);
        else if (!text.isEmpty()) builder.notices().passOver(at, "remark", line);
    }

    private void voice(String line, int at) {
        var match = VOICE.matcher(line);
        if (!match.matches()) {
            throw source.problem(at, "'" + line + "' does not have the form '@voice Name file.wav'. Put a name with spaces in quotation marks.");
        }
        var name = match.group(1) != null ? SpeakerLabel.unquoted(match.group(1)).strip() : match.group(2);
        if (name.isEmpty() || name.length() > SpeakerNameRules.LONGEST || name.chars().anyMatch(Character::isISOControl)) throw source.problem(at,
                "The voice has no valid name. Use a name of up to 200 characters.");
        if (match.group(3) != null) number(name, Integer.parseInt(match.group(3)), at);
        else builder.declare(name);
        if (match.group(4) != null) reference(name, CleanText.unescape(match.group(4)), at);
    }

    private void number(String name, int number, int at) {
        if (builder.knows(name) && builder.speaker(name).number() == number) return;
        if (builder.knows(name) || !builder.isFree(number)) {
            throw source.problem(at, "The number " + number + " for " + name
                    + " is already used by another voice. Give every voice its own number.");
        }
        builder.declare(name, number);
    }

    private void reference(String name, String path, int at) {
        if (path.strip().chars().anyMatch(Character::isISOControl)) throw source.problem(at, "The file name of " + name
                + "'s voice contains a control character. Remove it.");
        builder.reference(name, new Reference(path));
    }

    private void spoken(int at, String line) {
        var label = SpeakerLabel.of(line).filter(l -> l.quoted() || builder.knows(l.name())).or(() -> evidence.label(line));
        if (label.isEmpty()) {
            turns.loose(at, line, source.isBlank(at - 1));
            return;
        }
        var relation = TimingMarks.read(label.get().mark()).orElseThrow(() -> source.problem(at,
                "'" + label.get().mark() + "' is not a timing mark. Use ^, ^0.5, ^=, +0.35 or @12.5."));
        turns.turn(at, label.get().name(), label.get().words(), relation);
        if (INLINE.matcher(label.get().words()).results().anyMatch(m -> SpeakerNameRules.isName(m.group(1)) && !SpeakerNameRules.isLabel(m.group(1)))) {
            builder.notices().at(at, "What may be another name within a line was read as text");
        }
    }

    /** Indentation common to all lines: a script pasted with an indent is still a script. */
    private int margin() {
        return source.lines().stream().filter(l -> !l.isBlank()).mapToInt(ParleyFormat::indent).min().orElse(0);
    }

    private static int indent(String line) {
        int width = 0;
        while (width < line.length() && Character.isWhitespace(line.charAt(width))) width++;
        return width;
    }
}
