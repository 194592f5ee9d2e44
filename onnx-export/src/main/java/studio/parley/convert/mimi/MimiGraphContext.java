package studio.parley.convert.mimi;

import static studio.parley.convert.graph.OnnxOps.matMul;

import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.matrix.BlockMatrix;
import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.matrix.Payloads;
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
        if (compact && shape.length > 1) return new BlockMatrix(file, full, Matrix.of(weights, full)).floats(b, shape);
        return b.stored(Payloads.values(file, full, () -> weights.all(full), DType.FLOAT, shape));
    }

    /** A linear layer of [outputs, inputs] (or a convolution of width 1) on the last axis; stored as [inputs, outputs]. */
    ValueRef linear(GraphBuilder b, String name, ValueRef x) {
        var matrix = Matrix.of(weights, PREFIX + name).transposed();
        var key = PREFIX + name + ".transposed";
        var stored = compact ? new BlockMatrix(file, key, matrix).floats(b, matrix.rows(), matrix.columns())
                : b.stored(Payloads.matrix(file, key, matrix, DType.FLOAT));
        return matMul(b, x, stored);
    }

    boolean has(String name) {
        return weights.has(PREFIX + name);
    }
}
