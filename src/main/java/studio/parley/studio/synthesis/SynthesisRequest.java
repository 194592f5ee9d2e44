package studio.parley.studio.synthesis;

import java.util.List;
import studio.parley.dialogue.Delivery;

/**
 * A line to speak.
 *
 * @param references of all speakers
 * @param turns in order; the latest that fit are heard
 */
public record SynthesisRequest(List<ReferenceSound> references, List<EarlierTurn> turns, int speaker, String text, Delivery delivery, long seed) {
    public SynthesisRequest {
        references = List.copyOf(references);
        turns = List.copyOf(turns);
    }
}
