package studio.parley.playback;

import org.jspecify.annotations.Nullable;
import studio.parley.playback.device.AudioOut;
import studio.parley.playback.device.AudioOutFactory;

/** The next task of the transport's thread, chosen by the {@link TransportEngine}. */
sealed interface TransportTask {
    record Notify(TransportEvent event) implements TransportTask {}

    record Open(AudioOutFactory factory, int rate) implements TransportTask {}

    record Flush(AudioOut out) implements TransportTask {}

    record Close(AudioOut out) implements TransportTask {}

    /**
     * Read and play so many frames.
     *
     * @param step source frames per output frame; 0: a grain, during which the playhead stands still
     * @param before the source to crossfade from
     * @param stretched at its own pitch whatever the step
     * @param begins after silence
     * @param version the engine's version when it was chosen
     */
    record Play(AudioOut out, AudioSource source, @Nullable AudioSource before, SourcePosition from, double step, boolean stretched, int count,
            boolean begins, long version) implements TransportTask {}

    /** Nothing for now: update the meters, and ask again; or end the thread. */
    enum Signal implements TransportTask { LOOK, QUIT }
}
