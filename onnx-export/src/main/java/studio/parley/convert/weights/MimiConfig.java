package studio.parley.convert.weights;

import java.util.List;

/**
 * Sizes of Mimi, under transformers' key names. Settings that the graphs do not support (a convolutional shortcut, non-causal or
 * non-constant padding, a window of 0) are rejected where the config is read.
 *
 * @param upsamplingRatios decoder order, 8 6 5 4 in Mimi; the encoder strides by them in reverse
 * @param numQuantizers codebooks of the codec; the language model uses the first K of them
 * @param frameRate frames per second of the codes; the transformers run at {@code sampleRate / product(ratios)}
 */
public record MimiConfig(
        int sampleRate, double frameRate, int hiddenSize, int numFilters, int numResidualLayers, List<Integer> upsamplingRatios,
        int kernelSize, int lastKernelSize, int residualKernelSize, int dilationGrowthRate, int compress,
        double trimRightRatio, int codebookSize, int codebookDim, int numQuantizers, int numSemanticQuantizers,
        int vectorQuantizationHiddenDimension, int upsampleGroups, int layers, int intermediateSize, int heads, int kvHeads,
        int headDim, double normEpsilon, double ropeTheta, int slidingWindow) {
    public MimiConfig {
        upsamplingRatios = List.copyOf(upsamplingRatios);
    }

    /** The same sizes with another number of key and value heads. */
    public MimiConfig withKvHeads(int kvHeads) {
        return with(numQuantizers, kvHeads);
    }

    /** The same sizes with another number of codebooks. */
    public MimiConfig withQuantizers(int numQuantizers) {
        return with(numQuantizers, kvHeads);
    }

    private MimiConfig with(int numQuantizers, int kvHeads) {
        return new MimiConfig(sampleRate, frameRate, hiddenSize, numFilters, numResidualLayers, upsamplingRatios, kernelSize,
                lastKernelSize, residualKernelSize, dilationGrowthRate, compress, trimRightRatio, codebookSize, codebookDim,
                numQuantizers, numSemanticQuantizers, vectorQuantizationHiddenDimension, upsampleGroups, layers, intermediateSize,
                heads, kvHeads, headDim, normEpsilon, ropeTheta, slidingWindow);
    }

    /** Samples per vector of the convolutional encoder: 960 in Mimi. */
    public int hop() {
        return upsamplingRatios.stream().reduce(1, Math::multiplyExact);
    }

    /** Samples per frame of codes: 1920 in Mimi. */
    public int samplesPerFrame() {
        return hop() * frameStride();
    }

    /** Stride between the transformers' rate and the rate of codes, as transformers computes it: 2 in Mimi. */
    public int frameStride() {
        return (int) (Math.ceilDiv(sampleRate, hop()) / frameRate);
    }
}
