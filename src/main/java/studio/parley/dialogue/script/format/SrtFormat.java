package studio.parley.dialogue.script.format;

import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.source.ScriptSource;

/** Reads SubRip subtitles: each cue is pinned at its start. */
public final class SrtFormat {
    private SrtFormat() {}

    public static ParsedScript read(ScriptSource source) {
        return CueTurns.read(source, ScriptFormat.SRT);
    }
}
