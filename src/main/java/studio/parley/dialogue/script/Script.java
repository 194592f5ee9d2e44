package studio.parley.dialogue.script;

import java.nio.file.Path;
import java.util.Optional;
import studio.parley.dialogue.Conversation;

/**
 * A conversation as text. {@link #read} and {@link #write} are inverses: reading what was written gives the same title,
 * speakers, words, directions, pauses and timing (a script holds no takes and no delivery; ids count L1, L2, …).
 *
 * <pre>
 * # The Lighthouse                    the title
 * &#64;voice Ann refs/ann.wav             a voice; transcript in refs/ann.txt; "Dr. Ann" in quotes; #3 for a number of its own
 * Ann: Did you see that?
 * Ben: (whispering) See what?         a direction is kept, not spoken
 * Ann: [pause 0.6] That light.
 * Ben ^: Oh no.                       ^ or ^0.5 interrupts, ^= speaks along, +0.35 waits, &#64;12.5 is pinned
 *     An indented line goes on.
 * </pre>
 */
public final class Script {
    private Script() {}

    /** Reads a file in the given form, or in the one its name and text tell. */
    public static Conversation read(Path file, Optional<ScriptFormat> form) {
        return read(ScriptSource.of(file), form);
    }

    /** Reads text in the given form, or in the one it tells; {@code name} is used in messages. */
    public static Conversation read(String name, String text, Optional<ScriptFormat> form) {
        return read(ScriptSource.of(name, text), form);
    }

    /** Which form a text has. */
    public static ScriptFormat form(String name, String text) {
        return FormatDetector.detect(ScriptSource.of(name, text));
    }

    /** Which form a file has, by its name and text. */
    public static ScriptFormat form(Path file) {
        return FormatDetector.detect(ScriptSource.of(file));
    }

    /** The conversation in Parley's own form. */
    public static String write(Conversation conversation) {
        return ParleyWriter.write(conversation);
    }

    private static Conversation read(ScriptSource source, Optional<ScriptFormat> form) {
        return switch (form.orElseGet(() -> FormatDetector.detect(source))) {
            case PARLEY -> ParleyFormat.read(source);
            case OFFSETS -> OffsetsFormat.read(source);
            case FOUNTAIN -> FountainFormat.read(source);
            case MARKDOWN -> MarkdownFormat.read(source);
            case CSV -> CsvFormat.read(source);
            case SRT -> SrtFormat.read(source);
            case WEBVTT -> VttFormat.read(source);
            case PLAIN -> PlainFormat.read(source);
        };
    }
}
