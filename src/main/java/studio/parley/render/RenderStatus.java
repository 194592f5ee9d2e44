package studio.parley.render;

import java.util.List;
import studio.parley.dialogue.Take;
import studio.parley.problem.Problem;

/** Where a job stands. */
public sealed interface RenderStatus {
    /** In the queue; {@code ahead} jobs come first. */
    record Waiting(int ahead) implements RenderStatus {}

    /** References are encoded and the prompt is fed. */
    record Preparing() implements RenderStatus {}

    /** Frames made so far (of the longest take), the most there can be, and how long one lasts. */
    record Speaking(int frames, int limit, double frameSeconds) implements RenderStatus {
        public double seconds() {
            return frames * frameSeconds;
        }
    }

    record Done(List<Take> takes) implements RenderStatus {
        public Done {
            takes = List.copyOf(takes);
        }
    }

    record Failed(Problem problem) implements RenderStatus {}

    record Cancelled() implements RenderStatus {}

    /** Whether nothing more will happen to the job. */
    default boolean isFinal() {
        return this instanceof Done || this instanceof Failed || this instanceof Cancelled;
    }
}
