package studio.parley.convert.mimi;

import static studio.parley.convert.graph.OnnxOps.add;
import static studio.parley.convert.graph.OnnxOps.mul;

import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;

/**
 * One of Mimi's two transformers, {@code name} in the checkpoint: {@code x += s1 * O(attention(LN(x)))}, then
 * {@code x += s2 * fc2(gelu(fc1(LN(x))))} with the exact GELU; no norm at the end. The window determines where keys come from.
 */
record MimiTransformer(MimiGraphContext codec, String name, RotaryEmbedding rotation, Window window) {
    /** Attention of one layer within the window; q, k, v are [B,S,heads * D], q and k rotated. */
    interface Window {
        ValueRef attend(GraphBuilder b, int layer, ValueRef q, ValueRef k, ValueRef v);
    }

    /** [B,S,hidden] to the same. */
    ValueRef apply(GraphBuilder root, ValueRef x) {
        for (int i = 0; i < codec.sizes().layers(); i++) {
            var here = root.at("layers." + i);
            var layer = name + ".layers." + i;
            var attended = attention(here.at("attn"), i, layer + ".self_attn.", norm(here, layer + ".input_layernorm", x));
            x = add(here, x, scaled(here, layer + ".self_attn_layer_scale", attended));
            var fed = feedForward(here.at("mlp"), layer + ".mlp.", norm(here, layer + ".post_attention_layernorm", x));
            x = add(here, x, scaled(here, layer + ".mlp_layer_scale", fed));
        }
        return x;
    }

    private ValueRef attention(GraphBuilder b, int layer, String tensors, ValueRef x) {
        int heads = codec.sizes().heads();
        var q = rotation.turn(b.at("q_proj"), codec.linear(b.at("q_proj"), tensors + "q_proj.weight", x), heads);
        var k = rotation.turn(b.at("k_proj"), codec.linear(b.at("k_proj"), tensors + "k_proj.weight", x), heads);
        var v = codec.linear(b.at("v_proj"), tensors + "v_proj.weight", x);
        return codec.linear(b.at("o_proj"), tensors + "o_proj.weight", window.attend(b, layer, q, k, v));
    }

    private ValueRef feedForward(GraphBuilder b, String tensors, ValueRef x) {
        var inner = b.node(Operator.Gelu, List.of(codec.linear(b.at("fc1"), tensors + "fc1.weight", x)));
        return codec.linear(b.at("fc2"), tensors + "fc2.weight", inner);
    }

    private ValueRef norm(GraphBuilder b, String tensors, ValueRef x) {
        return b.node(Operator.LayerNormalization, List.of(x, codec.tensor(b, tensors + ".weight"), codec.tensor(b, tensors + ".bias")),
                Attributes.of("axis", -1L), Attributes.of("epsilon", (float) codec.sizes().normEpsilon()));
    }

    private ValueRef scaled(GraphBuilder b, String tensor, ValueRef x) {
        return mul(b, x, codec.tensor(b, tensor + ".scale"));
    }
}
