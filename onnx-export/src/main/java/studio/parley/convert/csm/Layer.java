package studio.parley.convert.csm;

import static studio.parley.convert.graph.OnnxOps.mul;

import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.matrix.Matrix;
import studio.parley.convert.matrix.PaddedHeads;
import studio.parley.convert.matrix.Stacked;
import studio.parley.convert.weights.StackConfig;

/** The weights of one layer: {@code tensors} is its prefix in the checkpoint, {@code address} its prefix in the graphs. */
record Layer(CsmGraphContext language, StackConfig sizes, PrecisionPlan.Role role, String tensors, String address) {
    String inputNorm() {
        return tensors + ".input_layernorm.weight";
    }

    String postNorm() {
        return tensors + ".post_attention_layernorm.weight";
    }

    /** q, k and v of all heads in one matrix. */
    Linear qkv() {
        var parts = new Stacked(List.of(heads(projection("q"), true), heads(projection("k"), true), heads(projection("v"), false)));
        return new Linear(language, address + "/attn/qkv_proj/weight", parts, role);
    }

    Linear output() {
        var matrix = heads(projection("o").transposed(), false).transposed();
        return new Linear(language, address + "/attn/o_proj/weight", matrix, role);
    }

    ValueRef feedForward(GraphBuilder b, ValueRef x) {
        var gate = mlp("gate").apply(b.at("gate_proj"), x);
        var up = mlp("up").apply(b.at("up_proj"), x);
        var silu = b.node(Operator.QuickGelu, List.of(gate), Attributes.of("alpha", 1f));
        return mlp("down").apply(b.at("down_proj"), mul(b, silu, up));
    }

    private Linear mlp(String which) {
        var matrix = Matrix.of(language.weights(), tensors + ".mlp." + which + "_proj.weight");
        return new Linear(language, address + "/mlp/" + which + "_proj/weight", matrix, role);
    }

    private Matrix projection(String which) {
        return Matrix.of(language.weights(), tensors + ".self_attn." + which + "_proj.weight");
    }

    private Matrix heads(Matrix matrix, boolean rotated) {
        if (sizes.cachedHeadDim() == sizes.headDim()) return matrix;
        return new PaddedHeads(matrix, sizes.headDim(), sizes.cachedHeadDim(), rotated);
    }
}
