package studio.parley.convert.whisper;

import static studio.parley.convert.graph.OnnxOps.add;
import static studio.parley.convert.graph.OnnxOps.cast;
import static studio.parley.convert.graph.OnnxOps.matMul;

import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.matrix.BlockMatrix;
import studio.parley.convert.matrix.EmbeddingTable;
import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.matrix.Payloads;
import studio.parley.convert.weights.Precision;
import studio.parley.convert.weights.Weights;

/** Shared by Whisper's two graphs: its tensors, its sizes, and the file to which the tensors are written, under their names in the checkpoint. */
record WhisperGraphContext(Weights weights, WhisperConfig sizes, WeightFile file, Precision precision) {
    /** transformers' constant. */
    private static final float EPSILON = 1e-5f;

    /** An unchanged tensor: of one axis, positions, or a convolution. */
    ValueRef tensor(GraphBuilder b, String name) {
        var shape = weights.shape(name);
        if (shape.length > 2 && isSmall()) return new BlockMatrix(file, name, Matrix.of(weights, name)).floats(b, shape);
        return floats(b, name, Payloads.values(file, name, () -> weights.all(name), shape.length > 1 ? type() : DType.FLOAT, shape));
    }

    /** Computed with floats, for many rows at once: the product of the stored matrix [outputs, inputs], and a bias if there is one. */
    ValueRef linear(GraphBuilder b, String name, ValueRef x) {
        var key = name + ".weight.transposed";
        var matrix = Matrix.of(weights, name + ".weight").transposed();
        var stored = isSmall() ? new BlockMatrix(file, key, matrix).floats(b, matrix.rows(), matrix.columns())
                : floats(b, key, Payloads.matrix(file, key, matrix, type()));
        var product = matMul(b, x, stored);
        return weights.has(name + ".bias") ? add(b, product, tensor(b, name + ".bias")) : product;
    }

    /** Computed with the stored bits, for few rows at once. */
    ValueRef smallLinear(GraphBuilder b, String name, ValueRef x) {
        if (!isSmall()) return linear(b, name, x);
        var bias = weights.has(name + ".bias") ? tensor(b, name + ".bias") : ValueRef.NONE;
        return new BlockMatrix(file, name + ".weight", Matrix.of(weights, name + ".weight")).times(b, x, bias);
    }

    ValueRef norm(GraphBuilder b, String name, ValueRef x) {
        return b.node(Operator.LayerNormalization, List.of(x, tensor(b, name + ".weight"), tensor(b, name + ".bias")), Attributes.of("axis", -1L),
                Attributes.of("epsilon", EPSILON));
    }

    ValueRef gelu(GraphBuilder b, ValueRef x) {
        return b.node(Operator.Gelu, List.of(x));
    }

    /** Rows of a table by number, in float32. */
    EmbeddingTable table(String name) {
        var matrix = Matrix.of(weights, name);
        return isSmall() ? EmbeddingTable.eightBits(file, name, matrix) : EmbeddingTable.floats(file, name, matrix, type());
    }

    /** The product with a table that is also looked up: [·, width] to [·, rows]. */
    ValueRef byTable(GraphBuilder b, String name, ValueRef x) {
        var matrix = Matrix.of(weights, name);
        if (isSmall()) return new BlockMatrix(file, name, matrix).times(b, x, ValueRef.NONE);
        var stored = floats(b, name, Payloads.matrix(file, name, matrix, type()));
        return matMul(b, x, b.once(name + ".transposed", g -> g.node(Operator.Transpose, List.of(stored), Attributes.of("perm", 1, 0))));
    }

    private ValueRef floats(GraphBuilder b, String key, studio.parley.convert.graph.ExternalTensor stored) {
        if (stored.type() == DType.FLOAT) return b.stored(stored);
        return b.once(key, g -> cast(g, g.stored(stored), DType.FLOAT));
    }

    private boolean isSmall() {
        return precision == Precision.INT8;
    }

    private DType type() {
        return precision == Precision.FP32 ? DType.FLOAT : DType.FLOAT16;
    }
}
