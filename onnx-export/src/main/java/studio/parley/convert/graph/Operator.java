package studio.parley.convert.graph;

/**
 * Every operator in Parley's graphs, with its number of inputs and outputs, so that a node that ONNX Runtime would reject at load is
 * rejected where it is created. Standard operators are those of opset 18; the rest are of {@code com.microsoft}, version 1.
 */
public enum Operator {
    Add(2, 2), And(2, 2), ArgMax(1, 1), Cast(1, 1), Concat(1, Integer.MAX_VALUE), Conv(2, 3), ConvTranspose(2, 3), Cos(1, 1), CumSum(2, 2),
    Div(2, 2), Elu(1, 1), Erf(1, 1), Expand(2, 2), Gather(2, 2), GatherElements(2, 2), Gemm(2, 3), Greater(2, 2), GreaterOrEqual(2, 2),
    Identity(1, 1), LSTM(3, 8, 3), LayerNormalization(2, 3), LessOrEqual(2, 2), LpNormalization(1, 1), MatMul(2, 2), Min(1, Integer.MAX_VALUE), Mul(2, 2), Pad(2, 4), Range(3, 3),
    ReduceMax(1, 2), ReduceSum(1, 2), Relu(1, 1), Reshape(2, 2), Shape(1, 1), Sin(1, 1), Slice(3, 5), Softmax(1, 1), Split(1, 2, Integer.MAX_VALUE),
    Sub(2, 2), TopK(2, 2, 2), Transpose(1, 1), Unsqueeze(2, 2), Where(3, 3),
    /** com.microsoft: {@code x / sqrt(2) ...} exact GELU with erf. */
    Gelu(1, 1, 1, true),
    /** com.microsoft: attention with grouped keys, rotary positions and a cache that is updated in place. */
    GroupQueryAttention(7, 12, 3, true),
    /** com.microsoft: product with a matrix of 4 or 8 bits in blocks. */
    MatMulNBits(3, 6, 1, true),
    /** com.microsoft: attention of several heads, not masked. */
    MultiHeadAttention(3, 3, 1, true),
    /** com.microsoft: {@code x * sigmoid(alpha * x)}. */
    QuickGelu(1, 1, 1, true),
    /** com.microsoft: rotary positions with tables of cosines and sines. */
    RotaryEmbedding(4, 4, 1, true),
    /** com.microsoft, but registered in the standard domain: RMSNorm. */
    SimplifiedLayerNormalization(2, 2),
    /** com.microsoft: RMSNorm of a sum; the sum is its fourth output. */
    SkipSimplifiedLayerNormalization(3, 4, 4, true);

    private final int least;
    private final int most;
    private final int outputs;
    private final boolean contributed;

    Operator(int least, int most) {
        this(least, most, 1);
    }

    Operator(int least, int most, int outputs) {
        this(least, most, outputs, false);
    }

    Operator(int least, int most, int outputs, boolean contributed) {
        this.least = least;
        this.most = most;
        this.outputs = outputs;
        this.contributed = contributed;
    }

    String domain() {
        return contributed ? "com.microsoft" : "";
    }

    void check(String address, int inputs, int outputCount) {
        if (inputs < least || inputs > most) throw new IllegalArgumentException(address + " has " + inputs + " inputs");
        if (outputCount < 1 || outputCount > outputs) throw new IllegalArgumentException(address + " has " + outputCount + " outputs");
    }
}
