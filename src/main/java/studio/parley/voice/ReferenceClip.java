package studio.parley.voice;

import java.nio.file.Path;

/**
 * A sound file with a voice to speak like: whose it is, and exactly what is said in it.
 *
 * @param unconfirmed whether the transcript was recognised by a program and nobody has checked it
 */
public record ReferenceClip(int speaker, Path file, String transcript, boolean unconfirmed) {
    /** With a transcript that somebody has written. */
    public ReferenceClip(int speaker, Path file, String transcript) {
        this(speaker, file, transcript, false);
    }
}
