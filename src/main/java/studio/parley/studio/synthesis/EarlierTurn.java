package studio.parley.studio.synthesis;

import java.util.Optional;
import studio.parley.audio.pcm.Pcm;

/** A turn before a line, which the line hears. Without its sound it is what was spoken earlier, or else it is spoken first. */
public record EarlierTurn(int speaker, String text, Optional<Pcm> sound) {}
