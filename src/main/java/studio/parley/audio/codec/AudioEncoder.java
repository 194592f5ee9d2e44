package studio.parley.audio.codec;

import studio.parley.audio.pcm.Pcm;

/**
 * Writes an audio file in pieces. The file appears under its name on {@link #commit}; if it is closed without it, nothing is left. One
 * thread at a time; I/O errors are a {@link studio.parley.problem.Problem}.
 */
public interface AudioEncoder extends AutoCloseable {
    /** Appends audio with the file's rate and channel count. */
    void write(Pcm pcm);

    /** Completes the file and moves it to its place. */
    void commit();

    @Override
    void close();
}
