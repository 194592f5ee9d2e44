package studio.parley.dialogue.script;

import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Relation;

/** Reads SubRip subtitles: each cue is pinned at its start; {@code Name: words} names the speaker. */
final class SrtFormat {
    private SrtFormat() {}

    static Conversation read(ScriptSource source) {
        var builder = new ScriptBuilder(source);
        for (var cue : Cues.of(source)) Cues.say(builder, cue.line(), cue.text(), new Relation.PinnedAt(cue.startMillis()));
        return builder.build();
    }
}
