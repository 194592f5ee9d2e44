package studio.parley.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import studio.parley.dialogue.Line;
import studio.parley.problem.Problem;
import studio.parley.studio.transcription.WordReport;

/** Events while a script is rendered. Lines count from 1. */
public sealed interface RenderEvent {
    /** A notice about the reading of the script: what was skipped and what was guessed. */
    record Noticed(List<String> notices) implements RenderEvent {}

    /** A part of a render on several machines begins a unit of so many lines, perhaps one that another part has left unfinished. */
    record UnitStarted(String name, int lines, boolean isTakenOver) implements RenderEvent {}

    /** A part of a render on several machines has nothing left to do but to see whether others finish so many units. */
    record Waiting(int units) implements RenderEvent {}

    /** The script was read: so many lines are to be rendered, with an estimated {@code expected} seconds of speech. */
    record Started(int lines, double expected, List<String> speakers, Path workFolder) implements RenderEvent {}

    /** {@code expected}: estimated seconds of speech. */
    record LineStarted(int line, String speaker, String text, double expected) implements RenderEvent {}

    /** Frames so far of the current line, the maximum, and their length in seconds. */
    record Frames(int line, int frames, int limit, double seconds) implements RenderEvent {}

    /**
     * The position of a line, from 1: among all lines of the conversation, spoken or not, and in the text of the script (none in a
     * project).
     */
    record Place(int number, OptionalInt textLine) {
        /** For people, at the start of a sentence. */
        public String name() {
            return textLine.isPresent() ? "Line " + textLine.getAsInt() + " of the script" : "Line " + number;
        }
    }

    /**
     * A line is finished.
     *
     * @param line counts the lines of this run
     * @param reused found in the work folder
     * @param seconds length of the take in use
     * @param took seconds of work
     * @param checks the issues of each take, as text
     * @param chosen the take in use, from 1
     */
    record LineDone(int line, Place place, String speaker, Line words, boolean reused, double seconds, double took, List<List<String>> checks,
            int chosen)
            implements RenderEvent {}

    /** The take in use of a line was heard; soon after {@link LineDone} or at the end. */
    record LineHeard(int line, Place place, String speaker, Line words, WordReport report) implements RenderEvent {}

    /** All lines are rendered, and so many takes are still to be heard. */
    record Hearing(int takes) implements RenderEvent {}

    /** A line of a project could not be rendered; the others continue. */
    record LineFailed(int line, Place place, String speaker, Line words, Problem problem) implements RenderEvent {}

    /** The files are written. */
    record Finished(Path output, double seconds, double took, List<Path> files, double gain) implements RenderEvent {}
}
