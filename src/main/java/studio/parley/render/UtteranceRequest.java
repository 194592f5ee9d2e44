package studio.parley.render;

import java.util.List;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.Sampling;

/**
 * All that decides how a line will sound: what was heard before it (references first, pinned; then earlier lines), who says
 * what, how codes are drawn (one {@code Sampling} for each take), and at most how many frames; 0 leaves that to the text.
 * Several takes are made {@code together}, in one batch; one take is, to make again one that was (its recipe says so).
 */
public record UtteranceRequest(List<ContextTurn> heard, int speaker, String text, List<Sampling> takes, int maxFrames, boolean together) {
    public UtteranceRequest {
        heard = List.copyOf(heard);
        takes = List.copyOf(takes);
        if (takes.isEmpty()) throw new IllegalArgumentException("no take wanted");
        if (maxFrames < 0) throw new IllegalArgumentException("max frames " + maxFrames);
        if (takes.size() > 1 && !together) throw new IllegalArgumentException("several takes are made together");
    }

    public UtteranceRequest(List<ContextTurn> heard, int speaker, String text, List<Sampling> takes, int maxFrames) {
        this(heard, speaker, text, takes, maxFrames, takes.size() > 1);
    }
}
