package studio.parley.studio.project.render;

import java.util.OptionalDouble;
import studio.parley.render.RenderStatus;

/**
 * A line that is being rendered, is queued, or has failed.
 *
 * @param takes the requested number, of which {@code made} are done
 * @param fraction the progress, 0 to 1, by the estimated length
 * @param secondsLeft until this line is done, including those before it; empty while paused or the speed of this machine is not known
 */
public record QueuedLine(String line, RenderStatus status, int takes, int made, double fraction, OptionalDouble secondsLeft) {}
