package studio.parley.convert.checkpoint.config;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.parley.convert.checkpoint.layout.StackShape;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.DepthConfig;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.convert.weights.RopeConfig;
import studio.parley.convert.weights.StackConfig;
import studio.parley.problem.Problem;

/**
 * Sizes of a checkpoint in Sesame's layout. Row counts come from the tensors; the stacks from transformers' keys if the config has them
 * (like Marvis' config), else from its flavours, else from the flavour whose tensors have the same shapes.
 */
public final class SesameConfigs {
    private SesameConfigs() {}

    /** {@code config} is null for a folder without one. */
    public static CsmConfig read(@Nullable ConfigReader config, TensorSet tensors, MimiConfig mimi) {
        var c = config == null ? empty(tensors.path()) : config.child("args").or(() -> config.child("model_args"))
                .or(() -> config.child("config")).orElse(config);
        var backbone = stack(c, c, tensors, "backbone", Flavour.BACKBONE_ROPE, CsmConfigs::backbone);
        var depth = stack(c, c.child("depth_decoder_config").orElse(null), tensors, "decoder", Flavour.DEPTH_ROPE, CsmConfigs::depth);
        int text = (int) tensors.matrix("text_embeddings.weight")[0];
        int audio = (int) tensors.matrix("codebook0_head.weight")[0];
        int codebooks = (int) tensors.shape("audio_head", 3)[0] + 1;
        return new CsmConfig(backbone, new DepthConfig(depth, backbone.width()), mimi,
                c.size("text_vocab_size", text), c.size("audio_vocab_size", audio), c.size("audio_num_codebooks", codebooks));
    }

    private interface Explicit {
        public StackConfig read(ConfigReader keys, Function<ConfigReader, RopeConfig> rope);
    }

    private static StackConfig stack(ConfigReader c, @Nullable ConfigReader keys, TensorSet tensors, String name, RopeConfig usual, Explicit explicit) {
        if (keys != null && keys.has("hidden_size") && keys.has("num_attention_heads")) return explicit.read(keys, k -> rope(k, usual));
        var key = name + "_flavor";
        var label = c.text(key);
        if (label.isPresent()) {
            return Flavour.named(label.get()).orElseThrow(() -> c.wrong(key, "is " + label.get() + ", whose sizes Parley does not know"))
                    .stack(usual);
        }
        Supplier<Problem> unknown = () -> Problem.model(tensors.path() + ": the sizes of " + name
                + " match no known model. Put a config.json next to it that sets num_attention_heads, num_key_value_heads and head_dim.");
        return Flavour.shaped(StackShape.of(tensors, name)).orElseThrow(unknown).stack(usual);
    }

    /** torchtune's own rotation if the config says nothing about it. */
    private static RopeConfig rope(ConfigReader keys, RopeConfig usual) {
        var says = keys.has("rope_theta") || keys.has("rope_scaling") || keys.has("rope_parameters");
        return says ? RopeConfigReader.read(keys, usual.theta()) : usual;
    }

    private static ConfigReader empty(Path path) {
        return new ConfigReader(path, new JsonObject(), "");
    }
}
