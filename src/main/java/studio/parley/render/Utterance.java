package studio.parley.render;

import java.util.List;
import studio.parley.speech.ContextWindow.Fit;
import studio.parley.speech.GenerationRequest;
import studio.parley.speech.model.Sampling;

/**
 * A line to be rendered.
 *
 * @param fit of the same prompt
 */
public record Utterance(UtteranceRequest prompt, Fit fit, RenderListener listener) {
    /**
     * Whether it can be in one batch with another: both have one take that is made as part of a batch, and the rows of a batch share what
     * the depth decoder takes only once.
     */
    public boolean goesWith(Utterance other) {
        return isBatchable() && other.isBatchable() && isAlike(prompt.takes().getFirst(), other.prompt.takes().getFirst());
    }

    private boolean isBatchable() {
        return prompt.together() && prompt.takes().size() == 1;
    }

    private static boolean isAlike(Sampling a, Sampling b) {
        return a.depthTopK() == b.depthTopK() && (a.depthTemperature() == 0) == (b.depthTemperature() == 0);
    }

    Utterance alone(Sampling sampling) {
        return new Utterance(prompt.alone(sampling), fit, listener);
    }

    /** Maximum number of frames: what was requested, else what the text needs; never more than there is space for. */
    int limit() {
        int room = Math.max(1, fit.capacity() - fit.promptPositions());
        return prompt.maxFrames() == 0 ? fit.maxFrames() : Math.min(prompt.maxFrames(), room);
    }

    List<GenerationRequest> requests() {
        return prompt.takes().stream().map(s -> new GenerationRequest(fit.context(), prompt.speaker(), prompt.text(), s, limit())).toList();
    }
}
