package studio.parley.convert.checkpoint.layout;

/**
 * transformers' names. Since 5.x the codec's halves have their own names in memory ({@code codec_model.encoder.encoder_seanet.…});
 * {@code save_pretrained} writes the old ones, other ways of saving do not.
 */
public final class TransformersLayout {
    private static final TensorRenamer MIMI = new TensorRenamer()
            .rule("(encoder|decoder)\\.(?:encoder|decoder)_seanet\\.(.*)", "$1.$2")
            .rule("(?:encoder|decoder)\\.((?:encoder|decoder)_transformer\\..*)", "$1")
            .rule("encoder\\.(downsample\\..*)", "$1")
            .rule("decoder\\.(upsample\\..*)", "$1");

    private TransformersLayout() {}

    public static boolean is(TensorSet tensors) {
        return tensors.has("embed_text_tokens.weight") || tensors.has(TiedEmbeddings.BACKBONE)
                || tensors.has("backbone_model.layers.0.self_attn.q_proj.weight");
    }

    public static String codecName(String name) {
        return MIMI.of(name);
    }

    public static boolean isMimi(TensorSet tensors) {
        return tensors.has("encoder.layers.0.conv.weight") || tensors.has("encoder.layers.0.conv.weight_v")
                || tensors.has("quantizer.semantic_residual_vector_quantizer.input_proj.weight");
    }
}
