package studio.parley.dialogue.script;

import java.util.ArrayList;
import java.util.regex.Pattern;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Relation;

/**
 * Reads the spoken part of a Fountain screenplay: cues ({@code ANN (V.O.)}, {@code @McAvoy}, {@code BEN ^} for dual dialogue),
 * parentheticals as directions, and the words. Headings, action, transitions, notes and boneyard are not spoken.
 */
final class FountainFormat {
    private static final Pattern CUE = Pattern.compile("(?:@\\S.*|(?=[^\\p{Ll}]*\\p{Lu})[^\\p{Ll}(]+(?:\\([^)]{0,100}\\))?\\s*\\^?\\s*)");
    private static final Pattern NOT_A_CUE = Pattern.compile("(?i)(?:(?:int|ext|est|i/e)[. ].*|.*\\bto:|[.>#=!~].*)");
    private static final Pattern EMPHASIS = Pattern.compile("(?<!\\\\)[*_]+");
    private static final Pattern TITLE = Pattern.compile("(?i)title:\\s*(.*)");

    private final ScriptSource source;
    private final ScriptBuilder builder;

    private FountainFormat(ScriptSource source) {
        this.source = withoutNotes(source);
        this.builder = new ScriptBuilder(source);
    }

    static Conversation read(ScriptSource source) {
        return new FountainFormat(source).read();
    }

    static boolean isCue(String line) {
        var bare = line.strip();
        return bare.length() <= 80 && CUE.matcher(bare).matches() && !NOT_A_CUE.matcher(bare).matches();
    }

    private Conversation read() {
        for (int at = 1; at <= source.count(); at++) {
            var title = TITLE.matcher(source.line(at).strip());
            if (builder.title().isEmpty() && !builder.hasLines() && title.matches()) builder.title(plain(title.group(1)));
            boolean opens = at == 1 || source.line(at - 1).isBlank();
            if (opens && isCue(source.line(at)) && at < source.count() && !source.line(at + 1).isBlank()) at = speech(at);
        }
        return builder.build();
    }

    private int speech(int at) {
        var cue = source.line(at).strip();
        boolean dual = cue.endsWith("^");
        var words = new ArrayList<String>();
        int next = at + 1;
        while (next <= source.count() && !source.line(next).isEmpty() && !source.line(next)
                .isBlank()) words.add(plain(source.line(next++)));
        builder.say(at, builder.speaker(name(cue, at)).number(), String.join("\n", words), dual ? Relation.INTERRUPTS : Relation.NEXT);
        return next - 1;
    }

    /** The cue without {@code @}, {@code ^} and extensions such as (V.O.). */
    private String name(String cue, int at) {
        var name = cue.replaceFirst("^@", "").replaceFirst("\\^$", "").replaceAll("\\([^)]*\\)", "").replaceAll("\\p{Cntrl}", "").strip();
        if (name.isEmpty() || name.length() > 200) throw source.problem(at, "this cue names nobody.");
        return name;
    }

    private static String plain(String line) {
        return EMPHASIS.matcher(line.strip().replaceFirst("^~", "")).replaceAll("");
    }

    /** Blanks out notes and boneyard, keeping the line numbers. */
    private static ScriptSource withoutNotes(ScriptSource source) {
        var text = new StringBuilder(String.join("\n", source.lines()));
        blank(text, "/*", "*/");
        blank(text, "[[", "]]");
        return new ScriptSource(source.name(), text.toString().lines().toList());
    }

    private static void blank(StringBuilder text, String open, String close) {
        for (int from = text.indexOf(open); from >= 0; from = text.indexOf(open, from)) {
            int end = text.indexOf(close, from);
            int to = end < 0 ? text.length() : end + close.length();
            for (int i = from; i < to; i++) if (text.charAt(i) != '\n') text.setCharAt(i, ' ');
        }
    }
}
