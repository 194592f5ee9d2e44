package studio.parley.server;

import java.util.Optional;
import studio.parley.audio.pcm.Pcm;
import studio.parley.studio.voices.NamedVoices;

/** The voice of a line: its own name in the request, and its clip. */
sealed interface VoiceChoice {
    /** No clip: the voice that the model makes up. */
    record None(String name) implements VoiceChoice {}

    /** A clip that has a name here. */
    record Named(NamedVoices.NamedVoice voice) implements VoiceChoice {}

    /** A clip that came with the request; without its words they are recognised. */
    record Sent(Pcm sound, Optional<String> text) implements VoiceChoice {}
}
