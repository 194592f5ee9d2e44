package studio.parley.dialogue.script;

import java.util.Locale;
import studio.parley.problem.Problem;

/** The kinds of text a conversation can be read from. Only {@link #PARLEY} is also written. */
public enum ScriptFormat {
    /** {@code Name: words}, with title, voices, directions, pauses and overlaps. */
    PARLEY,
    /** csm-multi's {@code a||b1||c0}, one prompt per line. */
    OFFSETS,
    /** A screenplay: cues, parentheticals, {@code ^} for dual dialogue. */
    FOUNTAIN,
    /** {@code **Name:** words} paragraphs. */
    MARKDOWN,
    /** {@code speaker,line[,start_time,end_time]} with a header line. */
    CSV,
    /** SubRip subtitles; {@code Name: words} inside a cue names its speaker. */
    SRT,
    /** WebVTT subtitles with {@code <v Name>}. */
    WEBVTT,
    /** Prose: one narrator, a line for each paragraph. */
    PLAIN;

    /** The form with this name, in any case. */
    public static ScriptFormat named(String name) {
        try {
            return valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.input("There is no script format '" + name + "'; use one of " + names() + ".");
        }
    }

    private static String names() {
        var joined = String.join(", ", java.util.Arrays.stream(values()).map(Enum::name).toList());
        return joined.toLowerCase(Locale.ROOT);
    }
}
