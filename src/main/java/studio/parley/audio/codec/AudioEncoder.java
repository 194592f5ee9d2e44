package studio.parley.audio.codec;

import studio.parley.audio.pcm.Pcm;

/**
 * An audio file being written, piece by piece. It appears under its name on {@link #commit}; closed without it, nothing is left.
 * One thread at a time; a disk that refuses is a {@link studio.parley.problem.Problem}.
 */
public interface AudioEncoder extends AutoCloseable {
    /** Appends sound of the file's rate and channel count. */
    void write(Pcm pcm);

    /** Completes the file and puts it in its place. */
    void commit();

    @Override
    void close();
}
