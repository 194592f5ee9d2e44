package studio.parley.convert.weights;

/** Sizes of one Llama-style stack: the backbone or the depth decoder. SiLU, RMSNorm, no biases. */
public record StackConfig(int layers, int width, int heads, int kvHeads, int headDim, int feedForward, double normEpsilon, RopeConfig rope) {
    /** Values of q, k and v of one position together. */
    public int qkvWidth() {
        return (heads + 2 * kvHeads) * headDim;
    }
}
