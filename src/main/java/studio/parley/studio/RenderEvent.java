package studio.parley.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import studio.parley.dialogue.Line;
import studio.parley.problem.Problem;

/** What happens while a script is rendered. Lines count from 1. */
public sealed interface RenderEvent {
    /** What a person should know about how the script was read: what was passed over and what was guessed. */
    record Noticed(List<String> notices) implements RenderEvent {}

    /** The script was read: so many lines are to be spoken, which will take about {@code expected} seconds to say. */
    record Started(int lines, double expected, List<String> speakers, Path workFolder) implements RenderEvent {}

    /** {@code expected}: about how many seconds the words take to say. */
    record LineStarted(int line, String speaker, String text, double expected) implements RenderEvent {}

    /** Frames so far of the line at hand, the most there can be, and how many seconds those so far are. */
    record Frames(int line, int frames, int limit, double seconds) implements RenderEvent {}

    /**
     * Where a line stands, from 1: among all lines of the conversation, spoken or not, and in the text of the script (none for a
     * project's).
     */
    record Place(int number, OptionalInt textLine) {}

    /**
     * A line is finished.
     *
     * @param line counts the lines of this run
     * @param reused found finished in the work folder
     * @param seconds of sound of the take that sounds
     * @param took seconds of work
     * @param checks what stands out about each take, in words
     * @param chosen the take that sounds, from 1
     */
    record LineDone(int line, Place place, String speaker, Line words, boolean reused, double seconds, double took, List<List<String>> checks,
            int chosen)
            implements RenderEvent {}

    /** A line of a project could not be spoken; the others go on. */
    record LineFailed(int line, Place place, String speaker, Line words, Problem problem) implements RenderEvent {}

    /** The files are written. */
    record Finished(Path output, double seconds, double took, List<Path> files, double gain) implements RenderEvent {}
}
