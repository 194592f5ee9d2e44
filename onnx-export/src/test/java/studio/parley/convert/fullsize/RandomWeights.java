package studio.parley.convert.fullsize;

import java.util.HashMap;
import java.util.Map;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.convert.weights.StackConfig;
import studio.parley.convert.weights.Weights;
import studio.parley.problem.Problem;

/**
 * The tensors of a checkpoint of any size with pseudo-random values that are made when they are read: for measuring speed and
 * memory without a file of gigabytes. The same name and place always give the same value.
 */
public final class RandomWeights implements Weights {
    private final Map<String, long[]> shapes = new HashMap<>();

    public RandomWeights(CsmConfig c) {
        put("embed_text_tokens.weight", c.textVocab(), c.backbone().width());
        put("backbone_model.embed_tokens.embed_audio_tokens.weight", c.audioRows(), c.backbone().width());
        put("lm_head.weight", c.audioVocab(), c.backbone().width());
        put("depth_decoder.model.inputs_embeds_projector.weight", c.depth().stack().width(), c.depth().backboneWidth());
        put("depth_decoder.codebooks_head.weight", c.codebooks() - 1, c.depth().stack().width(), c.audioVocab());
        stack("backbone_model", c.backbone());
        stack("depth_decoder.model", c.depth().stack());
        mimi(c.mimi());
    }

    private void put(String name, long... shape) {
        shapes.put(name, shape);
    }

    private void stack(String prefix, StackConfig s) {
        for (int i = 0; i < s.layers(); i++) {
            var layer = prefix + ".layers." + i + ".";
            for (var p : new String[] {"q", "k", "v"}) {
                put(layer + "self_attn." + p + "_proj.weight", (long) (p.equals("q") ? s.heads() : s.kvHeads()) * s.headDim(), s.width());
            }
            put(layer + "self_attn.o_proj.weight", s.width(), (long) s.heads() * s.headDim());
            put(layer + "mlp.gate_proj.weight", s.feedForward(), s.width());
            put(layer + "mlp.up_proj.weight", s.feedForward(), s.width());
            put(layer + "mlp.down_proj.weight", s.width(), s.feedForward());
            put(layer + "input_layernorm.weight", s.width());
            put(layer + "post_attention_layernorm.weight", s.width());
        }
        put(prefix + ".norm.weight", s.width());
    }

    private void mimi(MimiConfig m) {
        for (var t : new String[] {"encoder_transformer", "decoder_transformer"}) transformer("codec_model." + t + ".layers.", m);
        put("codec_model.downsample.conv.weight", m.hiddenSize(), m.hiddenSize(), 2L * m.frameStride());
        put("codec_model.upsample.conv.weight", m.hiddenSize(), 1, 2L * m.frameStride());
        encoder(m);
        decoder(m);
        for (int k = 0; k < m.numQuantizers(); k++) {
            var group = k < m.numSemanticQuantizers() ? "semantic" : "acoustic";
            var name = "codec_model.quantizer." + group + "_residual_vector_quantizer.";
            var book = name + "layers." + (k < m.numSemanticQuantizers() ? k : k - m.numSemanticQuantizers()) + ".codebook.";
            put(book + "embed_sum", m.codebookSize(), m.codebookDim());
            put(book + "cluster_usage", m.codebookSize());
            put(name + "input_proj.weight", m.codebookDim(), m.hiddenSize(), 1);
            put(name + "output_proj.weight", m.hiddenSize(), m.codebookDim(), 1);
        }
    }

    private void transformer(String prefix, MimiConfig m) {
        long width = m.hiddenSize();
        for (int i = 0; i < m.layers(); i++) {
            var layer = prefix + i + ".";
            for (var p : new String[] {"q", "k", "v", "o"}) put(layer + "self_attn." + p + "_proj.weight", width, width);
            put(layer + "mlp.fc1.weight", m.intermediateSize(), width);
            put(layer + "mlp.fc2.weight", width, m.intermediateSize());
            for (var n : new String[] {"input_layernorm.weight", "input_layernorm.bias", "post_attention_layernorm.weight",
                "post_attention_layernorm.bias", "self_attn_layer_scale.scale", "mlp_layer_scale.scale"}) put(layer + n, width);
        }
    }

    private void encoder(MimiConfig m) {
        int index = 0;
        long channels = m.numFilters();
        conv("encoder.layers.0.conv", channels, 1, m.kernelSize());
        for (var ratio : m.upsamplingRatios().reversed()) {
            for (int j = 0; j < m.numResidualLayers(); j++) residual("encoder.layers." + ++index, channels, m);
            index += 2;
            conv("encoder.layers." + index + ".conv", 2 * channels, channels, 2 * ratio);
            channels *= 2;
        }
        conv("encoder.layers." + (index + 2) + ".conv", m.hiddenSize(), channels, m.lastKernelSize());
    }

    private void decoder(MimiConfig m) {
        int index = 0;
        long channels = (long) m.numFilters() << m.upsamplingRatios().size();
        conv("decoder.layers.0.conv", channels, m.hiddenSize(), m.kernelSize());
        for (var ratio : m.upsamplingRatios()) {
            index += 2;
            put("codec_model.decoder.layers." + index + ".conv.weight", channels, channels / 2, 2L * ratio);
            put("codec_model.decoder.layers." + index + ".conv.bias", channels / 2);
            channels /= 2;
            for (int j = 0; j < m.numResidualLayers(); j++) residual("decoder.layers." + ++index, channels, m);
        }
        conv("decoder.layers." + (index + 2) + ".conv", 1, channels, m.lastKernelSize());
    }

    private void residual(String name, long channels, MimiConfig m) {
        conv(name + ".block.1.conv", channels / m.compress(), channels, m.residualKernelSize());
        conv(name + ".block.3.conv", channels, channels / m.compress(), 1);
    }

    private void conv(String name, long out, long in, long kernel) {
        put("codec_model." + name + ".weight", out, in, kernel);
        put("codec_model." + name + ".bias", out);
    }

    @Override
    public boolean has(String name) {
        return shapes.containsKey(name);
    }

    @Override
    public long[] shape(String name) {
        var shape = shapes.get(name);
        if (shape == null) throw Problem.model("no tensor " + name);
        return shape.clone();
    }

    @Override
    public void read(String name, long from, float[] into, int offset, int count) {
        var shape = shape(name);
        long inputs = name.contains("codebooks_head") ? shape[1] : shape.length == 1 ? 1 : count(name) / shape[0];
        float scale = (float) Math.sqrt(3.0 / inputs);
        boolean near1 = name.contains("norm.weight") || name.endsWith("cluster_usage");
        boolean table = name.contains("embed") && !name.contains("projector");
        long seed = name.hashCode() * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < count; i++) {
            float unit = unit(seed + from + i);
            into[offset + i] = near1 ? 1 + 0.5f * unit : shape.length == 1 ? 0.2f * unit : table ? 0.3f * unit : scale * unit;
        }
    }

    /** In [-1, 1): the mixing steps of splitmix64. */
    private static float unit(long x) {
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return (int) (x >>> 32) * 0x1p-31f;
    }
}
