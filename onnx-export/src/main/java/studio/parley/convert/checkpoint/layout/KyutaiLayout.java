package studio.parley.convert.checkpoint.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.parley.convert.weights.MimiConfig;

/** Maps Kyutai's names of Mimi (moshi's), q, k and v in one matrix and interleaved rotation, to transformers' names and rotation. */
public final class KyutaiLayout {
    private static final String LAYER = "((?:encoder|decoder)_transformer)\\.transformer\\.layers\\.(\\d+)\\.";

    private static final TensorRenamer NAMES = new TensorRenamer()
            .rule("(encoder|decoder)\\.model\\.(\\d+)\\.(?:conv\\.conv|convtr\\.convtr)\\.(.*)", "$1.layers.$2.conv.$3")
            .rule("(encoder|decoder)\\.model\\.(\\d+)\\.block\\.(\\d+)\\.conv\\.conv\\.(.*)", "$1.layers.$2.block.$3.conv.$4")
            .rule(LAYER + "self_attn\\.(?:in_proj_weight|in_projs\\.0\\.weight)", "$1.layers.$2.self_attn.in_proj_weight")
            .rule(LAYER + "self_attn\\.(?:out_proj|out_projs\\.0)\\.weight", "$1.layers.$2.self_attn.o_proj.weight")
            .rule(LAYER + "(?:gating\\.)?linear([12])\\.weight", "$1.layers.$2.mlp.fc$3.weight")
            .rule(LAYER + "norm1\\.(.*)", "$1.layers.$2.input_layernorm.$3")
            .rule(LAYER + "norm2\\.(.*)", "$1.layers.$2.post_attention_layernorm.$3")
            .rule(LAYER + "layer_scale_1\\.scale", "$1.layers.$2.self_attn_layer_scale.scale")
            .rule(LAYER + "layer_scale_2\\.scale", "$1.layers.$2.mlp_layer_scale.scale")
            .rule("downsample\\.conv\\.conv\\.conv\\.(.*)", "downsample.conv.$1")
            .rule("upsample\\.convtr\\.convtr\\.convtr\\.(.*)", "upsample.conv.$1");

    private KyutaiLayout() {}

    public static boolean is(TensorSet tensors) {
        return tensors.has("quantizer.rvq_first.input_proj.weight")
                || tensors.names().stream().anyMatch(n -> n.startsWith("encoder.model.0."));
    }

    /** Codebooks in the file: the one setting in which Kyutai's files of one architecture differ. */
    public static int quantizers(TensorSet kyutai) {
        int n = 0;
        while (kyutai.has("quantizer.rvq_rest.vq.layers." + n + "._codebook.embedding_sum")) n++;
        return n + 1;
    }

    public static TensorSet inTransformersNames(TensorSet kyutai, MimiConfig sizes) {
        Map<String, WeightTensor> found = new LinkedHashMap<>();
        kyutai.renamed(KyutaiLayout::rename).tensors().forEach((name, tensor) -> {
            var shape = tensor.shape();
            long joint = (long) (sizes.heads() + 2 * sizes.kvHeads()) * sizes.headDim();
            if (name.endsWith(".in_proj_weight") && shape.length == 2 && shape[0] == joint) {
                split(name.substring(0, name.length() - "in_proj_weight".length()), tensor, sizes, found);
            } else {
                found.put(name, tensor);
            }
        });
        return new TensorSet(kyutai.path(), found);
    }

    private static void split(String prefix, WeightTensor joint, MimiConfig sizes, Map<String, WeightTensor> into) {
        long q = (long) sizes.heads() * sizes.headDim();
        long k = (long) sizes.kvHeads() * sizes.headDim();
        into.put(prefix + "q_proj.weight", PermutedRows.halfSplit(PermutedRows.slice(joint, 0, q), sizes.headDim()));
        into.put(prefix + "k_proj.weight", PermutedRows.halfSplit(PermutedRows.slice(joint, q, k), sizes.headDim()));
        into.put(prefix + "v_proj.weight", PermutedRows.slice(joint, q + k, k));
    }

    private static String rename(String name) {
        return NAMES.of(name).replace("quantizer.rvq_first.", "quantizer.semantic_residual_vector_quantizer.")
                .replace("quantizer.rvq_rest.", "quantizer.acoustic_residual_vector_quantizer.")
                .replace(".vq.layers.", ".layers.").replace("._codebook._initialized", ".codebook.initialized")
                .replace("._codebook.embedding_sum", ".codebook.embed_sum").replace("._codebook.cluster_usage", ".codebook.cluster_usage");
    }
}
