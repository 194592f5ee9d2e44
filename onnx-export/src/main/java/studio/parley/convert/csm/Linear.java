package studio.parley.convert.csm;

import static studio.parley.convert.graph.OnnxOps.add;
import static studio.parley.convert.graph.OnnxOps.cast;
import static studio.parley.convert.graph.OnnxOps.matMul;

import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.matrix.BlockMatrix;
import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.matrix.Payloads;

/** One linear layer of a language network, {@code matrix} being [outputs, inputs]; its weights are stored under {@code key}. */
record Linear(CsmGraphContext language, String key, Matrix matrix, PrecisionPlan.Role role) {
    ValueRef apply(GraphBuilder b, ValueRef x) {
        return apply(b, x, ValueRef.NONE);
    }

    /** {@code bias} [outputs] is any value of the graph, or {@link ValueRef#NONE}. */
    ValueRef apply(GraphBuilder b, ValueRef x, ValueRef bias) {
        var blocks = language.recipe().blocks(role, matrix.columns());
        if (blocks.isPresent()) {
            var stored = new BlockMatrix(language.file(), key, matrix, blocks.get());
            return language.target() == Target.CPU ? stored.times(b, x, bias) : stored.timesOnCard(b, x, bias);
        }
        var product = matMul(b, x, weight(b));
        return bias.equals(ValueRef.NONE) ? product : add(b, product, bias);
    }

    /** [inputs, outputs]; on the CPU, 16 bits are converted by a node that ONNX Runtime folds when it loads the graph. */
    private ValueRef weight(GraphBuilder b) {
        var type = language.recipe().floats();
        var stored = b.stored(Payloads.matrix(language.file(), key, matrix.transposed(), type));
        return type == language.target().activations() ? stored : b.once(key, g -> cast(g, stored, DType.FLOAT));
    }
}
