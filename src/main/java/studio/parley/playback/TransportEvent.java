package studio.parley.playback;

import studio.parley.problem.Problem;

/** What a {@link Transport} tells its listener, always on the transport's own thread, in order. */
public sealed interface TransportEvent {
    /** Began, paused, stopped, waits, plays at another speed. */
    record Changed(TransportState state) implements TransportEvent {}

    /** Sound goes somewhere else than asked (no sound card, the chosen one is unplugged); playing goes on. */
    record Notice(String sentence) implements TransportEvent {}

    /** Playing broke off (device lost, a clip that cannot be read); the playhead stays where sound ended, the state is paused. */
    record Trouble(Problem problem) implements TransportEvent {}
}
