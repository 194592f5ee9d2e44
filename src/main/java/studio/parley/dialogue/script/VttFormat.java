package studio.parley.dialogue.script;

/** Reads WebVTT: each cue is pinned at its start; {@code <v Name>} spans tell who says what, names in the text where there are none. */
final class VttFormat {
    private VttFormat() {}

    static ParsedScript read(ScriptSource source) {
        return CueTurns.read(source, ScriptFormat.WEBVTT);
    }
}
