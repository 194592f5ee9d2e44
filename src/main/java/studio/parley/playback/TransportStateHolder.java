package studio.parley.playback;

import java.util.ArrayDeque;
import java.util.Optional;

/** The transport's state, and the events its listener has not had yet. Guarded by the {@link TransportController}. */
final class TransportStateHolder {
    private final ArrayDeque<TransportEvent> events = new ArrayDeque<>();
    private TransportState state = TransportState.STOPPED;

    TransportState state() {
        return state;
    }

    boolean runs() {
        return state.isRunning();
    }

    boolean stands() {
        return state instanceof TransportState.Stopped;
    }

    void become(TransportState next) {
        if (next.equals(state)) return;
        state = next;
        events.add(new TransportEvent.Changed(next));
    }

    void add(TransportEvent event) {
        events.add(event);
    }

    Optional<TransportEvent> poll() {
        return Optional.ofNullable(events.poll());
    }
}
