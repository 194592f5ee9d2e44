package studio.parley.render;

import java.util.List;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.model.Sampling;

/**
 * Everything that determines how a line will sound: its context (references first, pinned; then earlier lines), its speaker and text, the
 * sampling (one {@code Sampling} per take), and the maximum number of frames; 0 derives it from the text. Several takes are made
 * {@code together}, in one batch; a single take is made that way to reproduce one of a batch (its recipe says so).
 */
public record UtteranceRequest(List<ContextTurn> heard, int speaker, String text, List<Sampling> takes, int maxFrames, boolean together) {
    public UtteranceRequest {
        heard = List.copyOf(heard);
        takes = List.copyOf(takes);
        if (takes.isEmpty()) throw new IllegalArgumentException("no take wanted");
        if (maxFrames < 0) throw new IllegalArgumentException("max frames " + maxFrames);
        if (takes.size() > 1 && !together) throw new IllegalArgumentException("several takes are made together");
    }

    /** Only one take, alone, with another sampling. */
    UtteranceRequest alone(Sampling sampling) {
        return new UtteranceRequest(heard, speaker, text, List.of(sampling), maxFrames, false);
    }

    public UtteranceRequest(List<ContextTurn> heard, int speaker, String text, List<Sampling> takes, int maxFrames) {
        this(heard, speaker, text, takes, maxFrames, takes.size() > 1);
    }
}
