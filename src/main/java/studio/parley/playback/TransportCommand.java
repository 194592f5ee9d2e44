package studio.parley.playback;

import org.jspecify.annotations.Nullable;

/** What the transport's thread is to do next, decided by the {@link TransportController}. */
sealed interface TransportCommand {
    record Tell(TransportEvent event) implements TransportCommand {}

    record Open(AudioOutFactory opener, int rate) implements TransportCommand {}

    record Flush(AudioOut out) implements TransportCommand {}

    record Close(AudioOut out) implements TransportCommand {}

    /**
     * Read and play so many frames.
     *
     * @param before  the source to fade over from
     * @param stretched at its own pitch whatever the step
     * @param begins  nothing sounded just before
     * @param version the deck's when it decided so
     */
    record Play(AudioOut out, AudioSource source, @Nullable AudioSource before, SourcePosition from, double step, boolean stretched, int count,
            boolean begins, long version) implements TransportCommand {}

    /** Let a short piece be heard. */
    record Grain(AudioOut out, AudioSource source, long frame) implements TransportCommand {}

    /** Nothing for now: see what was heard, and ask again. */
    record Look() implements TransportCommand {}

    record Quit() implements TransportCommand {}

    TransportCommand LOOK = new Look();
    TransportCommand QUIT = new Quit();
}
