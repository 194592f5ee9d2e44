package studio.parley.studio.project.render;

import java.util.List;
import studio.parley.problem.Problem;

/** Events of a {@link RenderQueue}, always on the thread that owns the project. */
public sealed interface RenderingEvent {
    /** {@link RenderQueue#jobs} has changed; several changes are reported once. */
    record Changed() implements RenderingEvent {}

    /**
     * Takes of a line are in the document.
     *
     * @param takes their ids, in the order of the line; the last is used unless another is chosen
     * @param work seconds of work; 0 if a part on this or another machine had rendered them
     */
    record Arrived(String line, List<String> takes, double work) implements RenderingEvent {
        public Arrived {
            takes = List.copyOf(takes);
        }
    }

    /** A line could not be rendered; it stays in {@link RenderQueue#jobs} until {@link RenderQueue#retry} or cancel. */
    record Failed(String line, Problem problem) implements RenderingEvent {}

    /** Another error, for example a list that could not be written. */
    record Trouble(Problem problem) implements RenderingEvent {}

    /** The queue is empty: so many lines were rendered and so many failed since work began. */
    record Finished(int spoken, int failed) implements RenderingEvent {}

    /** These lines were queued when the project was closed or the program ended; see {@link RenderQueue#restore}. */
    record Offered(List<String> lines) implements RenderingEvent {
        public Offered {
            lines = List.copyOf(lines);
        }
    }
}
