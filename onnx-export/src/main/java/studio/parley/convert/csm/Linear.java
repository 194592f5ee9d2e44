package studio.parley.convert.csm;

import static studio.parley.convert.graph.Ops.add;
import static studio.parley.convert.graph.Ops.cast;
import static studio.parley.convert.graph.Ops.matMul;

import java.util.List;
import studio.parley.convert.graph.Attr;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.Value;
import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.matrix.Payloads;
import studio.parley.convert.quant.Blocks;

/** One linear layer of a language network, {@code matrix} being [outputs, inputs]; its weights are stored under {@code key}. */
record Linear(Language language, String key, Matrix matrix, Recipe.Role role) {
    Value apply(GraphBuilder b, Value x) {
        return apply(b, x, Value.NONE);
    }

    /** {@code bias} [outputs] is any value of the graph, or {@link Value#NONE}. */
    Value apply(GraphBuilder b, Value x, Value bias) {
        var blocks = language.recipe().blocks(role, matrix.columns());
        if (blocks.isPresent()) return quantised(b, x, bias, blocks.get());
        var product = matMul(b, x, weight(b));
        return bias.equals(Value.NONE) ? product : add(b, product, bias);
    }

    private Value quantised(GraphBuilder b, Value x, Value bias, Blocks blocks) {
        var stored = Payloads.quantised(language.file(), key, matrix, blocks);
        var inputs = new java.util.ArrayList<>(List.of(x, b.stored(stored.get(0)), b.stored(stored.get(1))));
        if (!bias.equals(Value.NONE)) inputs.addAll(List.of(Value.NONE, Value.NONE, bias));
        return b.node(Operator.MatMulNBits, inputs, Attr.of("K", matrix.columns()), Attr.of("N", matrix.rows()),
                Attr.of("bits", blocks.bits()), Attr.of("block_size", blocks.size()), Attr.of("accuracy_level", 4));
    }

    /** [inputs, outputs]; on the CPU, 16 bits are widened by a node that ONNX Runtime folds away when it loads. */
    private Value weight(GraphBuilder b) {
        var type = language.recipe().floats();
        var stored = b.stored(Payloads.matrix(language.file(), key, matrix.transposed(), type));
        return type == language.target().activations() ? stored : b.once(key, g -> cast(g, stored, DType.FLOAT));
    }
}
