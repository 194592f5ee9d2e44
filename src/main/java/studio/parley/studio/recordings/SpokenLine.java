package studio.parley.studio.recordings;

import java.util.Optional;
import studio.parley.audio.pcm.Pcm;
import studio.parley.speaker.Embedding;

/**
 * A piece of a recording that becomes a line.
 *
 * @param fromMillis where it begins in the recording
 * @param speaker from 0, in the order in which they first speak
 * @param probability of its words, 0 to 1
 */
record SpokenLine(int fromMillis, Pcm sound, String text, int speaker, Optional<Embedding> voice, double probability) {}
