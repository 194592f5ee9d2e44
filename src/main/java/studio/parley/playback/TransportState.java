package studio.parley.playback;

/** The state of a {@link Transport}. */
public sealed interface TransportState {
    /** Silent; the playhead is where playback will begin. */
    record Stopped() implements TransportState {}

    /** Paused; {@link Transport#play} continues from here. */
    record Paused() implements TransportState {}

    /** Playing; {@code speed} 1 is normal, negative is backwards. */
    record Playing(double speed) implements TransportState {}

    /** Playing, but silent for the moment: the next audio is not rendered yet. */
    record Waiting() implements TransportState {}

    TransportState STOPPED = new Stopped();
    TransportState PAUSED = new Paused();
    TransportState WAITING = new Waiting();

    /** Playing or waiting to continue: Space would stop it. */
    default boolean isRunning() {
        return this instanceof Playing || this instanceof Waiting;
    }
}
