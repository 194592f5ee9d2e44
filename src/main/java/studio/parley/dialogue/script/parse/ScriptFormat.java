package studio.parley.dialogue.script.parse;

import java.util.Locale;
import studio.parley.problem.Problem;

/** The text formats of a conversation. Only {@link #PARLEY} can also be written. */
public enum ScriptFormat {
    /** {@code Name: words}, with title, voices, directions, pauses and overlaps. */
    PARLEY,
    /** csm-multi's {@code a||b1||c0}, one prompt per line. */
    OFFSETS,
    /** Tags of speech models: {@code [S1] words [S2] words}, CSM's {@code [0]words}, {@code [Ann] words}. */
    TAGS,
    /** A screenplay: cues, parentheticals, {@code ^} for dual dialogue. */
    FOUNTAIN,
    /** {@code **Name:** words} paragraphs. */
    MARKDOWN,
    /** A printed play: {@code ANN. words}, or the name above the text. */
    PLAY,
    /** Names with times, as in transcripts and chats: {@code [00:01:02] Ann: words}. */
    TRANSCRIPT,
    /** {@code speaker,line[,start_time,end_time]} with a header line. */
    CSV,
    /** SubRip subtitles; {@code Name: words} inside a cue names its speaker. */
    SRT,
    /** WebVTT subtitles with {@code <v Name>}. */
    WEBVTT,
    /** Prose: one narrator, a line for each paragraph. */
    PLAIN;

    /** A description for people, with its article. */
    public String spelled() {
        return switch (this) {
            case PARLEY -> "a script of lines like 'Name: words'";
            case OFFSETS -> "csm-multi prompts (a||b1||c0)";
            case TAGS -> "tagged text ([S1] words)";
            case FOUNTAIN -> "a Fountain screenplay";
            case MARKDOWN -> "Markdown";
            case PLAY -> "a printed play";
            case TRANSCRIPT -> "a transcript or chat (names with times)";
            case CSV -> "a table";
            case SRT -> "SRT subtitles";
            case WEBVTT -> "WebVTT subtitles";
            case PLAIN -> "plain text";
        };
    }

    /** The format with this name, in any case. */
    public static ScriptFormat named(String name) {
        try {
            return valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.input("There is no script format '" + name + "'. Use one of " + names() + ".");
        }
    }

    private static String names() {
        var joined = String.join(", ", java.util.Arrays.stream(values()).map(Enum::name).toList());
        return joined.toLowerCase(Locale.ROOT);
    }
}
