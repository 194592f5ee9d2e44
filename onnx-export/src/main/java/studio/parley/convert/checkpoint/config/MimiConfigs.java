package studio.parley.convert.checkpoint.config;

import studio.parley.convert.weights.MimiConfig;
import studio.parley.problem.Problem;

/** Mimi's sizes from a {@code codec_config} or from {@code kyutai/mimi}'s own config; absent keys take transformers' defaults. */
public final class MimiConfigs {
    private static final MimiConfig USUAL = PublishedMimi.CONFIG;

    private MimiConfigs() {}

    public static MimiConfig read(ConfigReader c) {
        requireKnown(c);
        int rate = c.size("sampling_rate", USUAL.sampleRate());
        var ratios = c.sizes("upsampling_ratios", USUAL.upsamplingRatios());
        int hidden = c.size("hidden_size", USUAL.hiddenSize());
        int heads = c.size("num_attention_heads", USUAL.heads());
        double hop = ratios.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
        if (hop > 1 << 20) throw c.wrong("upsampling_ratios", "are too large together");
        var config = new MimiConfig(rate, c.positive("frame_rate", c.positive("_frame_rate", rate / (2.0 * hop))), hidden,
                c.size("num_filters", USUAL.numFilters()), c.few("num_residual_layers", USUAL.numResidualLayers()), ratios,
                c.size("kernel_size", USUAL.kernelSize()), c.size("last_kernel_size", USUAL.lastKernelSize()),
                c.size("residual_kernel_size", USUAL.residualKernelSize()), c.size("dilation_growth_rate", USUAL.dilationGrowthRate()),
                c.size("compress", USUAL.compress()), c.notNegative("trim_right_ratio", USUAL.trimRightRatio()),
                c.size("codebook_size", USUAL.codebookSize()), c.size("codebook_dim", USUAL.codebookDim()),
                c.few("num_quantizers", USUAL.numQuantizers()), c.few("num_semantic_quantizers", USUAL.numSemanticQuantizers()),
                c.size("vector_quantization_hidden_dimension", USUAL.vectorQuantizationHiddenDimension()),
                c.size("upsample_groups", USUAL.upsampleGroups()), c.few("num_hidden_layers", USUAL.layers()),
                c.size("intermediate_size", USUAL.intermediateSize()), heads, c.size("num_key_value_heads", USUAL.kvHeads()),
                c.size("head_dim", Math.max(1, hidden / heads)), c.positive("norm_eps", USUAL.normEpsilon()),
                RopeConfigReader.read(c, USUAL.ropeTheta()).theta(), c.size("sliding_window", USUAL.slidingWindow()));
        return checked(c, config);
    }

    private static void requireKnown(ConfigReader c) {
        c.require("audio_channels", "1", "1");
        c.require("use_causal_conv", "true", "true");
        c.require("use_conv_shortcut", "false", "false");
        c.require("pad_mode", "constant", "constant");
        c.require("hidden_act", "gelu", "gelu");
        c.require("attention_bias", "false", "false");
        for (var key : new String[] {"rope_parameters", "rope_scaling"}) {
            c.child(key).ifPresent(r -> {
                if (RopeConfigReader.read(c, 1).scaling() != null) throw r.wrong("rope_type", "is llama3, which no codec uses");
            });
        }
    }

    private static MimiConfig checked(ConfigReader c, MimiConfig m) {
        double frame = m.sampleRate() / m.frameRate();
        if (frame != Math.rint(frame) || frame % m.hop() != 0 || frame / m.hop() < 2) {
            throw c.wrong("frame_rate", "does not divide the rate of the convolutions into whole steps of 2 or more");
        }
        if (m.numSemanticQuantizers() >= m.numQuantizers()) throw c.wrong("num_semantic_quantizers", "is not below num_quantizers");
        if (m.codebookDim() != m.vectorQuantizationHiddenDimension()) {
            throw c.wrong("codebook_dim", "differs from vector_quantization_hidden_dimension");
        }
        if (m.heads() % m.kvHeads() != 0) throw c.wrong("num_key_value_heads", "does not divide num_attention_heads");
        if (m.headDim() % 2 != 0) throw c.wrong("head_dim", "is odd");
        if (m.hiddenSize() % m.upsampleGroups() != 0) throw c.wrong("upsample_groups", "does not divide hidden_size");
        if (m.trimRightRatio() > 1) {
            throw Problem.model(c.file() + ": " + c.prefix() + "trim_right_ratio is above 1. Use the config.json that belongs to these "
                    + "weights.");
        }
        return m;
    }
}
