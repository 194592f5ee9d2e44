package studio.parley.studio.project;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.parley.render.RenderJob;
import studio.parley.render.RenderStatus;

/** Takes of a line that somebody asked for: made in one or several batches. Belongs to the thread that owns the project. */
final class LineRequest {
    final String line;
    /** Takes that are not this request's: those the line had, and those that other requests have brought since. */
    private final List<String> had;
    /** Seconds the words take, about. */
    final double expected;
    int takes;
    int made;
    @Nullable RenderBatch job;
    @Nullable RenderJob queued;

    LineRequest(String line, int takes, List<String> had, double expected) {
        this.expected = expected;
        this.line = line;
        this.takes = takes;
        this.had = new ArrayList<>(had);
    }

    void others(List<String> takes) {
        had.addAll(takes);
    }

    RenderStatus status() {
        return queued == null ? new RenderStatus.Waiting(0) : queued.status();
    }

    boolean isRunning() {
        return status() instanceof RenderStatus.Preparing || status() instanceof RenderStatus.Speaking;
    }

    boolean isWaiting() {
        return status() instanceof RenderStatus.Waiting;
    }

    boolean hasFailed() {
        return status() instanceof RenderStatus.Failed;
    }

    QueuedRequest pending() {
        return new QueuedRequest(line, takes, had);
    }
}
