package studio.parley.dialogue.script;

import java.util.regex.Pattern;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Reference;

/** Reads Parley's own form of a script; {@link ParleyWriter} is its inverse. */
final class ParleyFormat {
    private static final Pattern VOICE = Pattern.compile("@voice\\s+(?:\"((?:[^\"\\\\]|\\\\.){1,200})\"|(\\S+))"
            + "(?:\\s+#(-?\\d{1,6}))?(?:\\s+(.+))?", Pattern.DOTALL);

    private final ScriptSource source;
    private final ScriptBuilder builder;

    private ParleyFormat(ScriptSource source) {
        this.source = source;
        this.builder = new ScriptBuilder(source);
    }

    static Conversation read(ScriptSource source) {
        return new ParleyFormat(source).read();
    }

    private Conversation read() {
        int margin = margin();
        int at = 1;
        while (at <= source.count()) {
            var line = source.line(at);
            if (line.isBlank()) at++;
            else if (line.strip().startsWith("#")) heading(line.strip(), at++);
            else if (line.strip().startsWith("@")) voice(line.strip(), at++);
            else at = spoken(at, margin);
        }
        return builder.build();
    }

    /** The first {@code #} line before any words is the title; later ones are remarks. */
    private void heading(String line, int at) {
        var text = line.replaceFirst("#+", "").strip();
        if (builder.title().isEmpty() && !builder.hasLines()) builder.title(text);
    }

    private void voice(String line, int at) {
        var match = VOICE.matcher(line);
        if (!match.matches()) {
            throw source.problem(at, "'" + line + "' is no '@voice Name file.wav'; put a name with spaces in quotes.");
        }
        var name = match.group(1) != null ? match.group(1).replaceAll("\\\\(.)", "$1").strip() : match.group(2);
        if (name.isEmpty() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) throw source.problem(at,
                "the voice has no name that can be used; give it one of up to 200 characters.");
        if (match.group(3) != null) number(name, Integer.parseInt(match.group(3)), at);
        else builder.speaker(name);
        if (match.group(4) != null) reference(name, match.group(4), at);
    }

    private void number(String name, int number, int at) {
        if (builder.knows(name) && builder.speaker(name).number() == number) return;
        if (builder.knows(name) || !builder.isFree(number)) {
            throw source.problem(at, "number " + number + " for " + name
                    + " clashes with an earlier voice; give every voice its own number.");
        }
        builder.declare(name, number);
    }

    private void reference(String name, String path, int at) {
        if (path.strip().chars().anyMatch(Character::isISOControl)) throw source.problem(at, "the file name of " + name
                + "'s voice holds a control character.");
        builder.reference(name, new Reference(path));
    }

    /** Reads the head at {@code at} and the indented lines after it; returns the line number behind them. */
    private int spoken(int at, int margin) {
        var head = Head.of(source.line(at)).orElseThrow(() -> source.problem(at,
                "nobody says this; write 'Name: words', or indent the line to continue the one before."));
        var relation = Marks.read(head.mark()).orElseThrow(() -> source.problem(at,
                "'" + head.mark() + "' is no timing mark; use ^, ^0.5, ^=, +0.35 or @12.5."));
        var words = new StringBuilder(head.words().strip());
        int next = at + 1;
        while (next <= source.count() && continues(source.line(next), margin)) words.append('\n').append(source.line(next++).strip());
        builder.say(at, builder.speaker(head.name()).number(), words.toString(), relation);
        return next;
    }

    private static boolean continues(String line, int margin) {
        return !line.isBlank() && indent(line) > margin;
    }

    /** Indentation that all lines share: a script pasted with an indent is still a script. */
    private int margin() {
        return source.lines().stream().filter(l -> !l.isBlank()).mapToInt(ParleyFormat::indent).min().orElse(0);
    }

    private static int indent(String line) {
        int width = 0;
        while (width < line.length() && Character.isWhitespace(line.charAt(width))) width++;
        return width;
    }
}
