package studio.parley.render;

import studio.parley.problem.Problem;

/** Where a line that is to be spoken stands. */
public sealed interface RenderStatus {
    /** In the queue; {@code ahead} others come first. */
    record Waiting(int ahead) implements RenderStatus {}

    /** References are encoded and the prompt is fed. */
    record Preparing() implements RenderStatus {}

    /** Frames made so far (of the longest take), the most there can be, and how long one lasts. */
    record Speaking(int frames, int limit, double frameSeconds) implements RenderStatus {
        public double seconds() {
            return frames * frameSeconds;
        }
    }

    /** It could not be spoken, and nothing more happens until somebody asks again. */
    record Failed(Problem problem) implements RenderStatus {}

    default boolean hasFailed() {
        return this instanceof Failed;
    }
}
