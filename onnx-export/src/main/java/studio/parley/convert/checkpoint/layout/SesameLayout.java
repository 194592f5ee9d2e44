package studio.parley.convert.checkpoint.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.parley.convert.weights.CsmConfig;

/** Maps Sesame's original names (torchtune's), with q and k for interleaved rotation, to transformers' names and rotation. */
public final class SesameLayout {
    private static final String STACK = "(backbone|decoder)\\.";
    private static final String LAYER = STACK + "layers\\.(\\d+)\\.";

    private static final TensorRenamer NAMES = new TensorRenamer()
            .rule("text_embeddings\\.weight", "embed_text_tokens.weight")
            .rule("audio_embeddings\\.weight", TiedEmbeddings.BACKBONE)
            .rule("projection\\.weight", "depth_decoder.model.inputs_embeds_projector.weight")
            .rule("codebook0_head\\.weight", "lm_head.weight")
            .rule("audio_head", "depth_decoder.codebooks_head.weight")
            .rule(LAYER + "attn\\.([qkv]_proj)\\.weight", "$1.layers.$2.self_attn.$3.weight")
            .rule(LAYER + "attn\\.output_proj\\.weight", "$1.layers.$2.self_attn.o_proj.weight")
            .rule(LAYER + "mlp\\.w1\\.weight", "$1.layers.$2.mlp.gate_proj.weight")
            .rule(LAYER + "mlp\\.w2\\.weight", "$1.layers.$2.mlp.down_proj.weight")
            .rule(LAYER + "mlp\\.w3\\.weight", "$1.layers.$2.mlp.up_proj.weight")
            .rule(LAYER + "sa_norm\\.scale", "$1.layers.$2.input_layernorm.weight")
            .rule(LAYER + "mlp_norm\\.scale", "$1.layers.$2.post_attention_layernorm.weight")
            .rule(STACK + "norm\\.scale", "$1.norm.weight");

    private SesameLayout() {}

    public static boolean is(TensorSet tensors) {
        return tensors.has("audio_embeddings.weight") || tensors.has("backbone.layers.0.attn.q_proj.weight") || tensors.has("audio_head");
    }

    public static TensorSet inTransformersNames(TensorSet sesame, CsmConfig sizes) {
        Map<String, WeightTensor> found = new LinkedHashMap<>();
        sesame.tensors().forEach((name, tensor) -> {
            var as = NAMES.of(name);
            if (as.startsWith("backbone.")) found.put("backbone_model" + as.substring(8), rotated(as, tensor, sizes.backbone().headDim()));
            else if (as.startsWith("decoder.")) {
                found.put("depth_decoder.model" + as.substring(7), rotated(as, tensor, sizes.depth().stack().headDim()));
            } else found.put(as, tensor);
        });
        return new TensorSet(sesame.path(), found);
    }

    /** q and k with their rows in half-split order; a tensor whose rows are not whole heads is unchanged, for the schema check. */
    private static WeightTensor rotated(String name, WeightTensor tensor, int headDim) {
        var rotates = name.endsWith("self_attn.q_proj.weight") || name.endsWith("self_attn.k_proj.weight");
        return rotates && tensor.shape().length == 2 && tensor.shape()[0] % headDim == 0 ? PermutedRows.halfSplit(tensor, headDim) : tensor;
    }
}
