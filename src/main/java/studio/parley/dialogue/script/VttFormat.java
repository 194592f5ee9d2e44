package studio.parley.dialogue.script;

/** Reads WebVTT: each cue is pinned at its start; {@code <v Name>} spans set the speaker, or names in the text if there are none. */
final class VttFormat {
    private VttFormat() {}

    static ParsedScript read(ScriptSource source) {
        return CueTurns.read(source, ScriptFormat.WEBVTT);
    }
}
