package studio.parley.convert.mimi;

import static studio.parley.convert.graph.OnnxOps.cast;
import static studio.parley.convert.graph.OnnxOps.mul;
import static studio.parley.convert.graph.OnnxOps.range;
import static studio.parley.convert.graph.OnnxOps.reshape;
import static studio.parley.convert.graph.OnnxOps.size;
import static studio.parley.convert.graph.OnnxOps.unsqueeze;

import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.matrix.Payloads;
import studio.parley.convert.weights.MimiConfig;

/**
 * Rotary positions of one run: cosines and sines of position × theta^(-2i/D), computed in the graph because a stream has no last position.
 * One table row per position of the batch; the rotation is half-split.
 */
record RotaryEmbedding(ValueRef rows, ValueRef cos, ValueRef sin) {
    /** @param positions int64 [B,S] */
    static RotaryEmbedding at(GraphBuilder b, MimiGraphContext codec, ValueRef positions) {
        var sizes = codec.sizes();
        int half = sizes.headDim() / 2;
        var frequencies = b.stored(Payloads.values(codec.file(), "/mimi/rope/frequencies", () -> frequencies(sizes), DType.FLOAT, half));
        var flat = reshape(b, positions, -1);
        var angles = mul(b, unsqueeze(b, cast(b, flat, DType.FLOAT), 1), frequencies);
        var numbers = range(b, size(b, flat, 0));
        var rows = b.node(Operator.Reshape, List.of(numbers, b.node(Operator.Shape, List.of(positions))));
        return new RotaryEmbedding(rows, b.node(Operator.Cos, List.of(angles)), b.node(Operator.Sin, List.of(angles)));
    }

    /** {@code x} [B,S,heads * D]. */
    ValueRef turn(GraphBuilder b, ValueRef x, int count) {
        return b.node(Operator.RotaryEmbedding, List.of(x, rows, cos, sin), Attributes.of("num_heads", count), Attributes.of("interleaved", 0));
    }

    private static float[] frequencies(MimiConfig sizes) {
        var frequencies = new float[sizes.headDim() / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = 1f / (float) Math.pow(sizes.ropeTheta(), (float) (2 * i) / sizes.headDim());
        }
        return frequencies;
    }
}
