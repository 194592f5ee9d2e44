package studio.parley.convert.weights;

/** Sizes of one Llama-style stack: the backbone or the depth decoder. SiLU, RMSNorm, no biases. */
public record StackConfig(int layers, int width, int heads, int kvHeads, int headDim, int feedForward, double normEpsilon, RopeConfig rope) {
    public StackConfig with(RopeConfig rotation) {
        return new StackConfig(layers, width, heads, kvHeads, headDim, feedForward, normEpsilon, rotation);
    }

    /**
     * Values per head in the cache: {@code headDim}, padded to a multiple of 16 because GroupQueryAttention requires that (only models made
     * for tests have other sizes). This is the D of the {@code past_key_i} of a backbone.
     */
    public int cachedHeadDim() {
        return (headDim + 15) / 16 * 16;
    }
}
