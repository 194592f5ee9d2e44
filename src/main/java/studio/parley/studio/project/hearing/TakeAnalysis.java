package studio.parley.studio.project.hearing;

import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;

/** Something that is found out from the audio of takes and kept, such as their words. Used by one thread. */
public interface TakeAnalysis extends AutoCloseable {
    /** Whether it is known of this clip; fast. */
    boolean isKnown(ClipId clip);

    /**
     * Finds it out and keeps it.
     *
     * @throws studio.parley.problem.Problem if this is impossible for every take
     * @throws java.util.concurrent.CancellationException if {@link studio.parley.problem.Cancellation} requests it; it may be called again
     */
    void run(TakeToHear take, Pcm audio);

    /** Frees its memory; {@link #run} may follow nevertheless. */
    @Override
    void close();
}
