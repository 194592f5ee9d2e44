package studio.parley.dialogue.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import studio.parley.dialogue.Relation;
import studio.parley.dialogue.Speaker;

/** Timed blocks of text, as SRT and WebVTT share them. */
final class Cues {
    private static final Pattern TIMES = Pattern.compile("\\s{0,9}([\\d:.,]{1,20})\\s{0,9}-->\\s{0,9}([\\d:.,]{1,20})(?:\\s.*)?",
            Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z0-9][^>]{0,200}>|\\{\\\\[^}]{0,100}\\}");
    private static final String NOBODY = "Speaker 0";

    /** One cue: where it stands in the file, when it starts, its lines of text. */
    record Cue(int line, int startMillis, List<String> text) {}

    private Cues() {}

    /** All cues; what stands before a timing line and outside of cues (indexes, notes, headers) is passed over. */
    static List<Cue> of(ScriptSource source) {
        var cues = new ArrayList<Cue>();
        for (int at = 1; at <= source.count(); at++) {
            if (!source.line(at).contains("-->")) continue;
            var times = TIMES.matcher(source.line(at));
            if (!times.matches()) throw source.problem(at, "this timing line cannot be read; write 00:00:01,000 --> 00:00:04,000.");
            int line = at;
            int start = Clock.millis(times.group(1)).orElseThrow(() -> source.problem(line, "'" + times.group(1) + "' is no time."));
            var text = new ArrayList<String>();
            while (at < source.count() && !source.line(at + 1).isBlank()) text.add(source.line(++at));
            cues.add(new Cue(line, start, text));
        }
        return cues;
    }

    /** Says a stretch of a cue, in which {@code Name: words} and a leading dash are understood. */
    static Relation say(ScriptBuilder builder, int at, List<String> text, Relation relation) {
        var words = new StringBuilder();
        String speaker = NOBODY;
        for (var raw : text) {
            var line = plain(raw).replaceFirst("^[-–—]\\s{0,3}", "");
            var head = Head.isLikely(line) ? Head.of(line) : java.util.Optional.<Head>empty();
            boolean turns = head.isPresent() || !line.equals(plain(raw));
            if (turns && !words.toString().isBlank()) {
                relation = say(builder, at, speaker, words.toString(), relation);
                words.setLength(0);
            }
            if (head.isPresent()) speaker = head.get().name();
            words.append(head.map(Head::words).orElse(line)).append('\n');
        }
        return words.toString().isBlank() ? relation : say(builder, at, speaker, words.toString(), relation);
    }

    /** Says words of a named speaker; returns how the next stretch of the same cue follows. */
    static Relation say(ScriptBuilder builder, int at, String speaker, String words, Relation relation) {
        builder.say(at, builder.speaker(speaker).number(), words.replaceAll("\\s*\\R\\s*", " "), relation);
        return Relation.NEXT;
    }

    /** Text without tags and with entities resolved. */
    static String plain(String text) {
        return TAG.matcher(text).replaceAll("").replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ")
                .replace("&lrm;", "").replace("&rlm;", "").replace("&amp;", "&").strip();
    }
}
