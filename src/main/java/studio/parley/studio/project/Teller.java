package studio.parley.studio.project;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import studio.parley.problem.Problem;

/** Tells the door what happens, on its thread; {@link #changed} and {@link #trouble} may be called on any. */
final class Teller {
    private final DoorTasks door;
    private final Consumer<RenderingEvent> listener;
    private final AtomicBoolean changing = new AtomicBoolean();
    private int spoken;
    private int failed;

    Teller(DoorTasks door, Consumer<RenderingEvent> listener) {
        this.door = door;
        this.listener = listener;
    }

    void tell(RenderingEvent event) {
        if (event instanceof RenderingEvent.Arrived) spoken++;
        if (event instanceof RenderingEvent.Failed) failed++;
        listener.accept(event);
    }

    /** Several changes before the door gets to it are told once. */
    void changed() {
        if (changing.compareAndSet(false, true)) door.post(() -> {
            changing.set(false);
            listener.accept(new RenderingEvent.Changed());
        });
    }

    void trouble(Problem problem) {
        door.post(() -> listener.accept(new RenderingEvent.Trouble(problem)));
    }

    /** Nothing waits any more. */
    void finished() {
        if (spoken + failed == 0) return;
        listener.accept(new RenderingEvent.Finished(spoken, failed));
        spoken = 0;
        failed = 0;
    }
}
