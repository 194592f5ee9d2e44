package studio.parley.playback;

import studio.parley.problem.Problem;

/** Events of a {@link Transport}, always on the transport's own thread, in order. */
public sealed interface TransportEvent {
    /** Started, paused, stopped, waiting, or at another speed. */
    record Changed(TransportState state) implements TransportEvent {}

    /** The output is not the requested one (no audio device, the chosen one is unplugged); playback continues. */
    record Notice(String sentence) implements TransportEvent {}

    /** Playback failed (device lost, an unreadable clip); the playhead stays where playback ended, the state is paused. */
    record Trouble(Problem problem) implements TransportEvent {}
}
