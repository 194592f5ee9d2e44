package studio.parley.convert.graph;

/**
 * Inner values that graphs output for tests and for the test of a conversion: the backbone's hidden states, the depth decoder's logits,
 * forced codes, the encoder's latents. They cost time and memory; a model folder for use has none.
 */
public record DebugOutputs(boolean hiddenStates, boolean stepLogits, boolean forced, boolean latent) {
    public static DebugOutputs none() {
        return new DebugOutputs(false, false, false, false);
    }

    public static DebugOutputs all() {
        return new DebugOutputs(true, true, true, true);
    }
}
