package studio.parley.dialogue.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.script.format.CsmMultiFormat;
import studio.parley.dialogue.script.format.CsvFormat;
import studio.parley.dialogue.script.format.FountainFormat;
import studio.parley.dialogue.script.format.MarkdownFormat;
import studio.parley.dialogue.script.format.ParleyFormat;
import studio.parley.dialogue.script.format.ParleyWriter;
import studio.parley.dialogue.script.format.PlainFormat;
import studio.parley.dialogue.script.format.PlayFormat;
import studio.parley.dialogue.script.format.SubtitleFormat;
import studio.parley.dialogue.script.format.TagsFormat;
import studio.parley.dialogue.script.format.TranscriptFormat;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.source.ReadingNotices;
import studio.parley.dialogue.script.source.ScriptSource;
import studio.parley.problem.Problem;

/**
 * A conversation as text. {@link #parse} and {@link #write} are inverses: reading what was written gives the same title, speakers, text,
 * directions, pauses and timing (a script contains no takes and no delivery; ids count L1, L2, …).
 *
 * <pre>
 * # The Lighthouse                    the title
 * &#64;voice Ann refs/ann.wav             a voice; transcript in refs/ann.txt; "Dr. Ann" in quotes; #3 sets a number
 * Ann: Did you see that?
 * Ben: (whispering) See what?         a direction is kept, not spoken
 * Ann: [pause 0.6] That light.
 * Ben ^: Oh no.                       ^ or ^0.5 interrupts, ^= starts together, +0.35 waits, &#64;12.5 is pinned
 *     An indented line continues the line above.
 * </pre>
 */
public final class Script {
    private Script() {}

    /**
     * Reads a file in the given format, or in the one detected from its name and text.
     *
     * @throws Problem also for a file without text
     */
    public static ParsedScript parse(Path file, Optional<ScriptFormat> format) {
        var source = ScriptSource.of(file);
        var parsed = parse(source, format);
        if (parsed.conversation().lines().isEmpty()) throw Problem.input(source.name() + " has no text to speak. Write lines like 'Ann: Hello.'");
        return parsed;
    }

    /** Reads the bytes of a script; {@code name} is used in messages. */
    public static ParsedScript parse(String name, byte[] bytes, Optional<ScriptFormat> format) {
        return parse(ScriptSource.of(name, bytes), format);
    }

    /** Reads text in the given or detected format; {@code name} is used in messages. */
    public static ParsedScript parse(String name, String text, Optional<ScriptFormat> format) {
        return parse(ScriptSource.of(name, text), format);
    }

    /** The format of a text. */
    public static ScriptFormat format(String name, String text) {
        return FormatDetector.detect(ScriptSource.of(name, text));
    }

    /** The conversation in Parley's own format. */
    public static String write(Conversation conversation) {
        return ParleyWriter.write(conversation);
    }

    private static ParsedScript parse(ScriptSource source, Optional<ScriptFormat> wanted) {
        var format = wanted.orElseGet(() -> FormatDetector.detect(source));
        var parsed = read(source, format);
        if (wanted.isEmpty() && parsed.conversation().lines().isEmpty() && source.lines().stream().anyMatch(l -> !l.isBlank())) {
            var other = FormatDetector.byText(source);
            var fresh = new ScriptSource(source.name(), source.lines(), new ReadingNotices());
            if (other != format) return noticed(fresh, read(fresh, other), true, format);
        }
        return noticed(source, parsed, wanted.isEmpty(), format);
    }

    private static ParsedScript noticed(ScriptSource source, ParsedScript parsed, boolean guessed, ScriptFormat first) {
        var notices = new ArrayList<String>();
        if (parsed.format() != first) notices.add("No speech was found when reading it as " + first.spelled() + ", so it was read as " + parsed.format().spelled() + ".");
        else if (guessed && !isTold(source, parsed.format())) notices.add("Read as " + parsed.format().spelled() + ".");
        long written = source.lines().stream().filter(l -> !l.isBlank()).count();
        if (written > 1 && !hasSpeakers(parsed)) notices.add("No speaker was found: " + (parsed.conversation().lines().isEmpty() ? "there are no lines."
                : "everything is spoken by " + parsed.conversation().speakers().getFirst().name() + "."));
        notices.addAll(source.notices().sentences());
        return new ParsedScript(parsed.format(), parsed.conversation(), notices, parsed.sourceLines());
    }

    /** Whether the format need not be reported: the default one, or the one of the file name's extension. */
    private static boolean isTold(ScriptSource source, ScriptFormat format) {
        var name = source.name().toLowerCase(Locale.ROOT);
        return switch (format) {
            case PARLEY, OFFSETS -> true;
            case FOUNTAIN -> name.endsWith(".fountain") || name.endsWith(".spmd");
            case MARKDOWN -> name.endsWith(".md") || name.endsWith(".markdown");
            case CSV -> name.endsWith(".csv") || name.endsWith(".tsv");
            case SRT -> name.endsWith(".srt");
            case WEBVTT -> name.endsWith(".vtt");
            case TAGS, PLAY, TRANSCRIPT, PLAIN -> false;
        };
    }

    private static boolean hasSpeakers(ParsedScript parsed) {
        var speakers = parsed.conversation().speakers();
        boolean onlyUnnamed = speakers.stream().allMatch(s -> s.name().equals(PlainFormat.NARRATOR) || s.name().equals("Speaker 1"));
        return !speakers.isEmpty() && !(onlyUnnamed && speakers.size() == 1 && parsed.format() != ScriptFormat.PARLEY
                && parsed.format() != ScriptFormat.TAGS && parsed.format() != ScriptFormat.OFFSETS);
    }

    private static ParsedScript read(ScriptSource source, ScriptFormat format) {
        return switch (format) {
            case PARLEY -> ParleyFormat.read(source);
            case OFFSETS -> CsmMultiFormat.read(source);
            case TAGS -> TagsFormat.read(source);
            case FOUNTAIN -> FountainFormat.read(source);
            case MARKDOWN -> MarkdownFormat.read(source);
            case PLAY -> PlayFormat.read(source);
            case TRANSCRIPT -> TranscriptFormat.read(source);
            case CSV -> CsvFormat.read(source);
            case SRT, WEBVTT -> SubtitleFormat.read(source, format);
            case PLAIN -> PlainFormat.read(source);
        };
    }
}
