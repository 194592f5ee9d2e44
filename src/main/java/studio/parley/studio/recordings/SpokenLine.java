package studio.parley.studio.recordings;

import java.util.Optional;
import studio.parley.audio.pcm.Pcm;
import studio.parley.speaker.Embedding;

/**
 * A piece of a recording that becomes a line.
 *
 * @param recording the whole one, mono
 * @param from {@code from} and {@code to}: frames of it
 * @param fromMillis where it begins in the recording
 * @param speaker from 0, in the order in which they first speak
 * @param probability of its words, 0 to 1
 */
record SpokenLine(Pcm recording, int from, int to, int fromMillis, String text, int speaker, Optional<Embedding> voice, double probability) {
    /** A copy, so that an hour of recording is not in memory twice. */
    Pcm sound() {
        return recording.slice(from, to);
    }

    double seconds() {
        return (double) (to - from) / recording.rate();
    }
}
