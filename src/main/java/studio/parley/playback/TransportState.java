package studio.parley.playback;

/** What a {@link Transport} is doing. */
public sealed interface TransportState {
    /** Nothing sounds; the playhead stands where play will begin. */
    record Stopped() implements TransportState {}

    /** Held in the middle; {@link Transport#play} goes on from here. */
    record Paused() implements TransportState {}

    /** Sounding; {@code speed} 1 is as recorded, negative is backwards. */
    record Playing(double speed) implements TransportState {}

    /** Playing, and silent for the moment: the sound to come is not rendered yet. */
    record Waiting() implements TransportState {}

    TransportState STOPPED = new Stopped();
    TransportState PAUSED = new Paused();
    TransportState WAITING = new Waiting();

    /** Playing or waiting to go on playing: Space would stop it. */
    default boolean isRunning() {
        return this instanceof Playing || this instanceof Waiting;
    }
}
