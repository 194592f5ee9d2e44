package studio.parley.speech;

import java.util.List;

/** One line to be spoken: what was heard before, who speaks, the words, how codes are drawn, and at most how many frames. */
public record GenerationRequest(List<ContextTurn> context, int speaker, String text, Sampling sampling, int maxFrames) {
    public GenerationRequest {
        context = List.copyOf(context);
        if (maxFrames < 1) throw new IllegalArgumentException("no room for a frame");
    }
}
