package studio.parley.studio.likeness;

import java.util.Optional;
import studio.parley.speaker.Embedding;

/** What is known of the voice in a clip: nothing more than that there is none, if it is silent. */
public record ClipVoice(Optional<Embedding> embedding) {}
