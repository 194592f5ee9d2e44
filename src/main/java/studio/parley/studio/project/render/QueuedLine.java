package studio.parley.studio.project.render;

import java.util.OptionalDouble;
import studio.parley.render.RenderStatus;

/**
 * A line that is being spoken, waits for it, or failed.
 *
 * @param takes how many are wanted, of which {@code made} are there
 * @param fraction how much is done, 0 to 1, by the expected length
 * @param secondsLeft until this line is done, those before it included; empty while paused or this machine's pace is not known
 */
public record QueuedLine(String line, RenderStatus status, int takes, int made, double fraction, OptionalDouble secondsLeft) {
    public boolean isRunning() {
        return status instanceof RenderStatus.Preparing || status instanceof RenderStatus.Speaking;
    }

    public boolean isWaiting() {
        return status instanceof RenderStatus.Waiting;
    }

    public boolean hasFailed() {
        return status instanceof RenderStatus.Failed;
    }
}
