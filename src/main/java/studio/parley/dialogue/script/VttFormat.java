package studio.parley.dialogue.script;

import java.util.List;
import java.util.regex.Pattern;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Relation;
import studio.parley.dialogue.Speaker;

/** Reads WebVTT: each cue is pinned at its start; {@code <v Name>} spans tell who says what, {@code Name:} does where there is none. */
final class VttFormat {
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]{1,100})?\\s+([^>]{1,200})>");

    private VttFormat() {}

    static Conversation read(ScriptSource source) {
        if (source.count() == 0 || !source.line(1).startsWith("WEBVTT")) {
            throw source.problem(1, "a WebVTT file must begin with WEBVTT; give --form if this is another kind of script.");
        }
        var builder = new ScriptBuilder(source);
        for (var cue : Cues.of(source)) cue(builder, cue);
        return builder.build();
    }

    private static void cue(ScriptBuilder builder, Cues.Cue cue) {
        var text = String.join("\n", cue.text());
        Relation relation = new Relation.PinnedAt(cue.startMillis());
        var voice = VOICE.matcher(text);
        if (!voice.find()) {
            Cues.say(builder, cue.line(), cue.text(), relation);
            return;
        }
        if (!Cues.plain(text.substring(0, voice.start())).isEmpty()) {
            relation = Cues.say(builder, cue.line(), List.of(text.substring(0, voice.start()).split("\n")), relation);
        }
        boolean more = true;
        while (more) {
            var name = Cues.plain(voice.group(1)).replaceAll("\\p{Cntrl}", " ").strip();
            int from = voice.end();
            more = voice.find();
            var words = Cues.plain(text.substring(from, more ? voice.start() : text.length()));
            if (!words.isEmpty()) relation = Cues.say(builder, cue.line(), name.isEmpty() ? "Speaker 0" : name, words, relation);
        }
    }
}
