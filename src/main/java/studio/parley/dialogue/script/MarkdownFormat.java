package studio.parley.dialogue.script;

import java.util.regex.Pattern;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Relation;

/**
 * Reads {@code **Name:** words} and {@code **Name**: words}, also as list items; a paragraph goes on until a blank line. The
 * first heading is the title; other headings and paragraphs are not spoken.
 */
final class MarkdownFormat {
    private static final Pattern SPOKEN = Pattern.compile("(?:[-*+]\\s+)?(\\*\\*|__)([^*_:：]{1,60})(?:[:：]\\1|\\1\\s?[:：])(.*)",
            Pattern.DOTALL);
    private static final Pattern EMPHASIS = Pattern.compile("(?<!\\\\)(?:\\*{1,3}|(?<![\\p{L}\\p{N}])_{1,3}|_{1,3}(?![\\p{L}\\p{N}_]))");

    private MarkdownFormat() {}

    static Conversation read(ScriptSource source) {
        var builder = new ScriptBuilder(source);
        for (int at = 1; at <= source.count(); at++) {
            var line = source.line(at).strip();
            var spoken = SPOKEN.matcher(line);
            if (line.startsWith("#") && builder.title().isEmpty() && !builder.hasLines()) builder.title(plain(line.replaceFirst("#+", "")));
            else if (spoken.matches()) at = paragraph(source, builder, at, spoken.group(2), spoken.group(3));
        }
        return builder.build();
    }

    private static int paragraph(ScriptSource source, ScriptBuilder builder, int at, String name, String first) {
        var who = name.replaceAll("\\p{Cntrl}", "").strip();
        if (who.isEmpty()) throw source.problem(at, "the bold name is empty.");
        var words = new StringBuilder(first);
        int next = at + 1;
        while (next <= source.count() && continues(source.line(next).strip())) words.append(' ').append(source.line(next++).strip());
        builder.say(at, builder.speaker(who).number(), plain(words.toString()), Relation.NEXT);
        return next - 1;
    }

    private static boolean continues(String line) {
        return !line.isEmpty() && !line.startsWith("#") && !SPOKEN.matcher(line).matches();
    }

    private static String plain(String text) {
        return EMPHASIS.matcher(text).replaceAll("").strip();
    }
}
