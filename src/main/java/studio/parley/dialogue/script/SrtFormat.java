package studio.parley.dialogue.script;

/** Reads SubRip subtitles: each cue is pinned at its start. */
final class SrtFormat {
    private SrtFormat() {}

    static ParsedScript read(ScriptSource source) {
        return CueTurns.read(source, ScriptFormat.SRT);
    }
}
