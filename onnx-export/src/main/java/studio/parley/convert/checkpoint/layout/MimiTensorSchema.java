package studio.parley.convert.checkpoint.layout;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import studio.parley.convert.weights.MimiConfig;

/** Names and shapes of every Mimi tensor that is read: 318 for the published one, without its 32 flags {@code initialized}. */
final class MimiTensorSchema {
    private final MimiConfig c;
    private final SequencedMap<String, long[]> expected = new LinkedHashMap<>();

    private MimiTensorSchema(MimiConfig c) {
        this.c = c;
    }

    static SequencedMap<String, long[]> of(MimiConfig c) {
        var census = new MimiTensorSchema(c);
        census.encoder();
        census.transformer("encoder_transformer.");
        census.resampling();
        census.transformer("decoder_transformer.");
        census.decoder();
        census.quantizer("quantizer.semantic_residual_vector_quantizer.", c.numSemanticQuantizers());
        census.quantizer("quantizer.acoustic_residual_vector_quantizer.", c.numQuantizers() - c.numSemanticQuantizers());
        return census.expected;
    }

    /** Convolutions that halve the rate by each ratio, the last ratio first, with residual blocks before each. */
    private void encoder() {
        int index = 0;
        long channels = c.numFilters();
        conv("encoder.layers." + index++, channels, 1, c.kernelSize());
        for (var ratio : c.upsamplingRatios().reversed()) {
            for (int j = 0; j < c.numResidualLayers(); j++) residual("encoder.layers." + index++, channels);
            index++;
            conv("encoder.layers." + index++, 2 * channels, channels, 2L * ratio);
            channels *= 2;
        }
        index++;
        conv("encoder.layers." + index, c.hiddenSize(), channels, c.lastKernelSize());
    }

    private void decoder() {
        int index = 0;
        long channels = (long) c.numFilters() << c.upsamplingRatios().size();
        conv("decoder.layers." + index++, channels, c.hiddenSize(), c.kernelSize());
        for (var ratio : c.upsamplingRatios()) {
            index++;
            var name = "decoder.layers." + index++ + ".conv.";
            add(name + "weight", channels, channels / 2, 2L * ratio);
            add(name + "bias", channels / 2);
            channels /= 2;
            for (int j = 0; j < c.numResidualLayers(); j++) residual("decoder.layers." + index++, channels);
        }
        index++;
        conv("decoder.layers." + index, 1, channels, c.lastKernelSize());
    }

    private void residual(String name, long channels) {
        long inner = channels / c.compress();
        conv(name + ".block.1", inner, channels, c.residualKernelSize());
        conv(name + ".block.3", channels, inner, 1);
    }

    private void conv(String name, long out, long in, long kernel) {
        add(name + ".conv.weight", out, in, kernel);
        add(name + ".conv.bias", out);
    }

    private void resampling() {
        long hidden = c.hiddenSize();
        long kernel = 2L * c.frameStride();
        add("downsample.conv.weight", hidden, hidden, kernel);
        add("upsample.conv.weight", hidden, hidden / c.upsampleGroups(), kernel);
    }

    private void transformer(String prefix) {
        long d = c.hiddenSize();
        long query = (long) c.heads() * c.headDim();
        long key = (long) c.kvHeads() * c.headDim();
        for (int i = 0; i < c.layers(); i++) {
            var layer = prefix + "layers." + i + ".";
            add(layer + "self_attn.q_proj.weight", query, d);
            add(layer + "self_attn.k_proj.weight", key, d);
            add(layer + "self_attn.v_proj.weight", key, d);
            add(layer + "self_attn.o_proj.weight", d, query);
            add(layer + "mlp.fc1.weight", c.intermediateSize(), d);
            add(layer + "mlp.fc2.weight", d, c.intermediateSize());
            for (var norm : new String[] {"input_layernorm", "post_attention_layernorm"}) {
                add(layer + norm + ".weight", d);
                add(layer + norm + ".bias", d);
            }
            add(layer + "self_attn_layer_scale.scale", d);
            add(layer + "mlp_layer_scale.scale", d);
        }
    }

    private void quantizer(String prefix, int codebooks) {
        long inner = c.vectorQuantizationHiddenDimension();
        // A quantiser as wide as the codec has no projections.
        if (inner != c.hiddenSize()) {
            add(prefix + "input_proj.weight", inner, c.hiddenSize(), 1);
            add(prefix + "output_proj.weight", c.hiddenSize(), inner, 1);
        }
        for (int i = 0; i < codebooks; i++) {
            add(prefix + "layers." + i + ".codebook.cluster_usage", c.codebookSize());
            add(prefix + "layers." + i + ".codebook.embed_sum", c.codebookSize(), c.codebookDim());
        }
    }

    private void add(String name, long... shape) {
        expected.put(name, shape);
    }
}
