package studio.parley.render;

import studio.parley.problem.Problem;

/** The state of a line to be rendered. */
public sealed interface RenderStatus {
    /** Queued; {@code ahead} others come first. */
    record Waiting(int ahead) implements RenderStatus {}

    /** References are encoded and the prompt is fed. */
    record Preparing() implements RenderStatus {}

    /** Frames so far (of the longest take), the maximum, and how long one lasts. */
    record Speaking(int frames, int limit, double frameSeconds) implements RenderStatus {
        public double seconds() {
            return frames * frameSeconds;
        }
    }

    /** It could not be rendered, and nothing more happens until it is requested again. */
    record Failed(Problem problem) implements RenderStatus {}

    default boolean isWaiting() {
        return this instanceof Waiting;
    }

    default boolean isRunning() {
        return this instanceof Preparing || this instanceof Speaking;
    }

    default boolean hasFailed() {
        return this instanceof Failed;
    }
}
