package studio.parley.dialogue.script.format;

import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.source.ScriptSource;

/** Reads WebVTT: each cue is pinned at its start; {@code <v Name>} spans set the speaker, or names in the text if there are none. */
public final class VttFormat {
    private VttFormat() {}

    public static ParsedScript read(ScriptSource source) {
        return CueTurns.read(source, ScriptFormat.WEBVTT);
    }
}
