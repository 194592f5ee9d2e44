package studio.parley.convert.mimi;

import static studio.parley.convert.graph.Ops.matMul;

import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Value;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.matrix.Payloads;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.convert.weights.Weights;

/** What Mimi's two graphs share: its tensors, its sizes, and the file the tensors go to, under their names in the checkpoint. */
record Codec(Weights weights, MimiConfig sizes, WeightFile file) {
    static final String PREFIX = "codec_model.";

    /** A tensor as it is. */
    Value tensor(GraphBuilder b, String name) {
        var full = PREFIX + name;
        return b.stored(Payloads.values(file, full, () -> weights.all(full), DType.FLOAT, weights.shape(full)));
    }

    /** A linear layer of [outputs, inputs] (or a convolution of width 1) on the last axis; stored as [inputs, outputs]. */
    Value linear(GraphBuilder b, String name, Value x) {
        var matrix = Matrix.of(weights, PREFIX + name).transposed();
        return matMul(b, x, b.stored(Payloads.matrix(file, PREFIX + name + ".transposed", matrix, DType.FLOAT)));
    }

    boolean has(String name) {
        return weights.has(PREFIX + name);
    }
}
