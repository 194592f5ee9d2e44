package studio.parley.studio.project.render;

import java.util.List;
import studio.parley.dialogue.Take;
import studio.parley.problem.Problem;
import studio.parley.studio.document.model.TakeInputs;

/** The result of a batch of takes of a line. */
sealed interface RenderOutcome {
    /** The takes are in the clip store, with their inputs and {@code seconds} of work. */
    record Spoken(List<Take> takes, TakeInputs hearing, double seconds) implements RenderOutcome {}

    record Failed(Problem problem) implements RenderOutcome {}

    record Cancelled() implements RenderOutcome {}
}
