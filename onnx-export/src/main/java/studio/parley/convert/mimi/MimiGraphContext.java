package studio.parley.convert.mimi;

import static studio.parley.convert.graph.OnnxOps.cast;
import static studio.parley.convert.graph.OnnxOps.matMul;
import static studio.parley.convert.graph.OnnxOps.mul;
import static studio.parley.convert.graph.OnnxOps.reshape;
import static studio.parley.convert.graph.OnnxOps.slice;
import static studio.parley.convert.graph.OnnxOps.sub;

import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.matrix.Payloads;
import studio.parley.convert.quant.BlockQuantizer;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.convert.weights.Weights;

/**
 * Shared by Mimi's two graphs: its tensors, its sizes, and the file to which the tensors are written, under their names in the checkpoint.
 *
 * @param compact matrices are stored in 8 bits
 */
record MimiGraphContext(Weights weights, MimiConfig sizes, WeightFile file, boolean compact) {
    static final String PREFIX = "codec_model.";

    /** An unchanged tensor. */
    ValueRef tensor(GraphBuilder b, String name) {
        var full = PREFIX + name;
        var shape = weights.shape(full);
        if (compact && shape.length > 1) return widened(b, full, Matrix.of(weights, full), shape);
        return b.stored(Payloads.values(file, full, () -> weights.all(full), DType.FLOAT, shape));
    }

    /** A linear layer of [outputs, inputs] (or a convolution of width 1) on the last axis; stored as [inputs, outputs]. */
    ValueRef linear(GraphBuilder b, String name, ValueRef x) {
        var matrix = Matrix.of(weights, PREFIX + name).transposed();
        var key = PREFIX + name + ".transposed";
        var stored = compact ? widened(b, key, matrix, matrix.rows(), matrix.columns())
                : b.stored(Payloads.matrix(file, key, matrix, DType.FLOAT));
        return matMul(b, x, stored);
    }

    /** A matrix in 8 bits; the nodes that convert it back to floats are folded when ONNX Runtime loads the graph. */
    private ValueRef widened(GraphBuilder b, String key, Matrix matrix, long... shape) {
        var blocks = BlockQuantizer.EIGHT.fitting(matrix.columns());
        var stored = Payloads.quantised(file, key, matrix, blocks);
        return b.once(key, g -> {
            var codes = sub(g, cast(g, g.stored(stored.get(0)), DType.FLOAT), g.number(128));
            var scales = reshape(g, g.stored(stored.get(1)), matrix.rows(), blocks.perRow(matrix.columns()), 1);
            var rows = reshape(g, mul(g, codes, scales), matrix.rows(), -1);
            return reshape(g, slice(g, rows, 1, 0, matrix.columns()), shape);
        });
    }

    boolean has(String name) {
        return weights.has(PREFIX + name);
    }
}
