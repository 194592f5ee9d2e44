package studio.parley.studio.project;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import studio.parley.problem.Problem;

/** Tells the listener what happens, on its thread; {@link #changed} and {@link #trouble} may be called on any. */
final class EventDispatcher {
    private final OwnerThreadExecutor ownerThread;
    private final Consumer<RenderingEvent> listener;
    private final AtomicBoolean changing = new AtomicBoolean();
    private int spoken;
    private int failed;

    EventDispatcher(OwnerThreadExecutor ownerThread, Consumer<RenderingEvent> listener) {
        this.ownerThread = ownerThread;
        this.listener = listener;
    }

    void tell(RenderingEvent event) {
        if (event instanceof RenderingEvent.Arrived) spoken++;
        if (event instanceof RenderingEvent.Failed) failed++;
        listener.accept(event);
    }

    /** Several changes before the owner gets to it are reported once. */
    void changed() {
        if (changing.compareAndSet(false, true)) ownerThread.post(() -> {
            changing.set(false);
            listener.accept(new RenderingEvent.Changed());
        });
    }

    void trouble(Problem problem) {
        ownerThread.post(() -> listener.accept(new RenderingEvent.Trouble(problem)));
    }

    /** Nothing waits any more. */
    void finished() {
        if (spoken + failed == 0) return;
        listener.accept(new RenderingEvent.Finished(spoken, failed));
        spoken = 0;
        failed = 0;
    }
}
