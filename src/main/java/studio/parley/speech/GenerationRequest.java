package studio.parley.speech;

import java.util.List;
import studio.parley.speech.model.Sampling;

/** One line to generate: its context, its speaker and text, the sampling, and the maximum number of frames. */
public record GenerationRequest(List<ContextTurn> context, int speaker, String text, Sampling sampling, int maxFrames) {
    public GenerationRequest {
        context = List.copyOf(context);
        if (maxFrames < 1) throw new IllegalArgumentException("no room for a frame");
    }
}
