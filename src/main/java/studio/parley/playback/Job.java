package studio.parley.playback;

import org.jspecify.annotations.Nullable;

/** What the transport's thread is to do next, decided by the {@link Deck}. */
sealed interface Job {
    record Tell(TransportEvent event) implements Job {}

    record Open(Opener opener, int rate) implements Job {}

    record Flush(AudioOut out) implements Job {}

    record Close(AudioOut out) implements Job {}

    /**
     * Read and play so many frames.
     *
     * @param before  the source to fade over from
     * @param stretched at its own pitch whatever the step
     * @param begins  nothing sounded just before
     * @param version the deck's when it decided so
     */
    record Play(AudioOut out, Source source, @Nullable Source before, Mark from, double step, boolean stretched, int count,
            boolean begins, long version) implements Job {}

    /** Let a short piece be heard. */
    record Grain(AudioOut out, Source source, long frame) implements Job {}

    /** Nothing for now: see what was heard, and ask again. */
    record Look() implements Job {}

    record Quit() implements Job {}

    Job LOOK = new Look();
    Job QUIT = new Quit();
}
