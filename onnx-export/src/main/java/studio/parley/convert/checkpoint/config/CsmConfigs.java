package studio.parley.convert.checkpoint.config;

import java.util.function.Function;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.DepthConfig;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.convert.weights.RopeConfig;
import studio.parley.convert.weights.StackConfig;

/** Sizes from a transformers {@code config.json} of type {@code csm}; absent keys take the defaults of {@code CsmConfig}. */
public final class CsmConfigs {
    public static final int USUAL_POSITIONS = 2048;
    private static final double THETA = 500_000;
    /** Keys of one stack with transformers' defaults: layers, width, heads, key-value heads, feed-forward. */
    private static final int[] BACKBONE = {16, 2048, 32, 8, 8192};
    private static final int[] DEPTH = {4, 1024, 8, 2, 8192};

    private CsmConfigs() {}

    public static CsmConfig read(ConfigReader c, MimiConfig mimi) {
        var backbone = stack(c, BACKBONE, k -> RopeConfigReader.read(k, THETA));
        var inner = c.child("depth_decoder_config").orElseGet(() -> new ConfigReader(c.file(), new com.google.gson.JsonObject(),
                "depth_decoder_config."));
        int codebooks = c.few("num_codebooks", 32);
        int audioVocab = c.size("vocab_size", c.size("codebook_size", 2051));
        agree(inner, "num_codebooks", codebooks, 32);
        agree(inner, "vocab_size", audioVocab, 2051);
        agree(inner, "backbone_hidden_size", backbone.width(), 2048);
        var depth = new DepthConfig(stack(inner, DEPTH, k -> RopeConfigReader.read(k, THETA)), backbone.width());
        return new CsmConfig(backbone, depth, mimi, c.size("text_vocab_size", 128_256), audioVocab, codebooks);
    }

    /** A backbone given by transformers' keys in any config; {@code rope} reads those keys. */
    static StackConfig backbone(ConfigReader c, Function<ConfigReader, RopeConfig> rope) {
        return stack(c, BACKBONE, rope);
    }

    static StackConfig depth(ConfigReader c, Function<ConfigReader, RopeConfig> rope) {
        return stack(c, DEPTH, rope);
    }

    private static StackConfig stack(ConfigReader c, int[] usual, Function<ConfigReader, RopeConfig> rope) {
        c.require("hidden_act", "silu", "silu");
        c.require("attention_bias", "false", "false");
        c.require("mlp_bias", "false", "false");
        int width = c.size("hidden_size", usual[1]);
        int heads = c.size("num_attention_heads", usual[2]);
        var kvIsNull = c.object().has("num_key_value_heads") && !c.has("num_key_value_heads");
        int kvHeads = kvIsNull ? heads : c.size("num_key_value_heads", usual[3]);
        int headDim = c.size("head_dim", Math.max(1, width / heads));
        if (heads % kvHeads != 0) throw c.wrong("num_key_value_heads", "does not divide num_attention_heads");
        if (headDim % 2 != 0) throw c.wrong("head_dim", "is odd");
        return new StackConfig(c.few("num_hidden_layers", usual[0]), width, heads, kvHeads, headDim,
                c.size("intermediate_size", usual[4]), c.positive("rms_norm_eps", 1e-5), rope.apply(c));
    }

    private static void agree(ConfigReader depth, String key, int with, int otherwise) {
        int is = depth.size(key, otherwise);
        if (is != with) throw depth.wrong(key, "is " + is + ", but the backbone's is " + with);
    }
}
