package studio.parley.studio.project.render;

import java.util.List;
import studio.parley.problem.Problem;

/** What a {@link RenderQueue} tells its listener, always on the thread that owns the project. */
public sealed interface RenderingEvent {
    /** {@link RenderQueue#jobs} gives something else than before; several changes are reported once. */
    record Changed() implements RenderingEvent {}

    /**
     * Takes of a line are in the document.
     *
     * @param takes their ids, in the order of the line; the last sounds unless another is picked
     * @param work seconds it took
     */
    record Arrived(String line, List<String> takes, double work) implements RenderingEvent {
        public Arrived {
            takes = List.copyOf(takes);
        }
    }

    /** A line could not be spoken; it stays in {@link RenderQueue#jobs} until {@link RenderQueue#retry} or cancel. */
    record Failed(String line, Problem problem) implements RenderingEvent {}

    /** Something else went wrong, for example a list that could not be written. */
    record Trouble(Problem problem) implements RenderingEvent {}

    /** Nothing waits any more: so many lines were spoken and so many failed since work began. */
    record Finished(int spoken, int failed) implements RenderingEvent {}

    /** These lines waited when the project was closed or the program died; see {@link RenderQueue#restore}. */
    record Offered(List<String> lines) implements RenderingEvent {
        public Offered {
            lines = List.copyOf(lines);
        }
    }
}
