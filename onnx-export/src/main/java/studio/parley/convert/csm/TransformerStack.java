package studio.parley.convert.csm;

import java.util.ArrayList;
import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.weights.StackConfig;

/**
 * A Llama-style stack (csm-model-spec 2.3): per layer {@code x += O(attention(rms(x)))}, then {@code x += down(silu(gate(y)) * up(y))} with
 * {@code y = rms(x)}; a final RMSNorm. Sums and norms are one operator, so the residual stream is carried as a pair that is not yet added.
 * May be run several times in one graph; the weights are stored once.
 */
final class TransformerStack {
    private final CsmGraphContext language;
    private final StackConfig sizes;
    private final String address;
    private final String norm;
    private final Attention attention;
    private final List<Layer> layers = new ArrayList<>();

    /**
     * @param tensors the prefix in the checkpoint: {@code backbone_model} or {@code depth_decoder.model}
     * @param address the prefix of its weights in the graph: {@code /backbone}
     * @param positions length of the RoPE tables
     */
    TransformerStack(CsmGraphContext language, StackConfig sizes, PrecisionPlan.Role role, String tensors, String address, int positions) {
        this.language = language;
        this.sizes = sizes;
        this.address = address;
        this.attention = new Attention(language, sizes, address, positions);
        for (int i = 0; i < sizes.layers(); i++) {
            layers.add(new Layer(language, sizes, role, tensors + ".layers." + i, address + "/layers." + i));
        }
        this.norm = tensors + ".norm.weight";
    }

    /** Result of a run: after the final norm, each layer's cache, and the residual stream before every layer and after the last. */
    record Run(ValueRef hidden, List<LayerKvCache> caches, List<ValueRef> residuals) {}

    /**
     * @param x [B,S,width], {@code lengths} int32 [B] = positions of each row after the run minus one, {@code total} int32 [1]
     * @param past each layer's cache before the run
     */
    Run run(GraphBuilder b, ValueRef x, List<LayerKvCache> past, ValueRef lengths, ValueRef total) {
        var caches = new ArrayList<LayerKvCache>();
        var residuals = new ArrayList<ValueRef>();
        var stream = Residual.start(x);
        for (int i = 0; i < layers.size(); i++) {
            var here = b.at("layers." + i);
            var layer = layers.get(i);
            var normed = stream.norm(language, here.at("input_norm"), layer.address() + "/input_norm", layer.inputNorm(), sizes.normEpsilon());
            residuals.add(normed.sum());
            var attended = attention.apply(here.at("attn"), layer, normed.value(), past.get(i), lengths, total);
            caches.add(attended.cache());
            stream = new Residual(normed.sum(), attended.value());
            normed = stream.norm(language, here.at("post_norm"), layer.address() + "/post_norm", layer.postNorm(), sizes.normEpsilon());
            stream = new Residual(normed.sum(), layer.feedForward(here.at("mlp"), normed.value()));
        }
        var last = stream.norm(language, b.at("norm"), address + "/norm", norm, sizes.normEpsilon());
        residuals.add(last.sum());
        return new Run(last.value(), caches, residuals);
    }

    /** Grouped-query attention with rotary positions (tables for so many {@code positions}), which appends to the cache. */
    private record Attention(CsmGraphContext language, StackConfig sizes, String address, int positions) {
        record Attended(ValueRef value, LayerKvCache cache) {}

        Attended apply(GraphBuilder b, Layer layer, ValueRef x, LayerKvCache past, ValueRef lengths, ValueRef total) {
            var qkv = layer.qkv().apply(b.at("qkv_proj"), x);
            var inputs = List.of(qkv, ValueRef.NONE, ValueRef.NONE, past.key(), past.value(), lengths, total, rotations(b, "cos"), rotations(b, "sin"));
            var out = b.nodes(Operator.GroupQueryAttention, 3, inputs, Attributes.of("num_heads", sizes.heads()),
                    Attributes.of("kv_num_heads", sizes.kvHeads()), Attributes.of("do_rotary", 1), Attributes.of("rotary_interleaved", 0),
                    Attributes.of("scale", (float) (1 / Math.sqrt(sizes.headDim()))));
            return new Attended(layer.output().apply(b.at("o_proj"), out.get(0)), new LayerKvCache(out.get(1), out.get(2)));
        }

        private ValueRef rotations(GraphBuilder b, String which) {
            int width = sizes.cachedHeadDim() / 2;
            return language.vector(b, address + "/rope/" + which, () -> RopeTable.table(RopeTable.frequencies(sizes.rope(), sizes.headDim()),
                    positions, width, which.equals("sin")), positions, width);
        }
    }

    /** The residual stream as a sum that is not yet added: its value and a branch; the next norm adds them. */
    private record Residual(ValueRef stream, ValueRef branch) {
        /** A normalised value and the sum it was computed from. */
        record Normed(ValueRef value, ValueRef sum) {}

        static Residual start(ValueRef x) {
            return new Residual(x, ValueRef.NONE);
        }

        Normed norm(CsmGraphContext language, GraphBuilder b, String key, String tensor, double epsilon) {
            var weight = language.vector(b, key, tensor);
            var eps = Attributes.of("epsilon", (float) epsilon);
            if (branch.equals(ValueRef.NONE)) {
                var simple = b.node(Operator.SimplifiedLayerNormalization, List.of(stream, weight), Attributes.of("axis", -1L), eps, Attributes.of("stash_type", 1L));
                return new Normed(simple, stream);
            }
            var out = b.nodes(Operator.SkipSimplifiedLayerNormalization, 4, List.of(stream, branch, weight), eps);
            b.drop(out.get(1));
            b.drop(out.get(2));
            return new Normed(out.get(0), out.get(3));
        }
    }
}
