package studio.parley.convert.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import studio.parley.convert.safetensors.SafetensorsWriter.Values;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.MimiConfig;

/**
 * transformers' tensors under the first publishers' names, written from the tables of the specification and not from the
 * code under test: q and k back to interleaved rotation, Mimi's q, k and v joined.
 */
public final class Inverse {
    private static final String[][] LAYER = {
        {"self_attn.q_proj.weight", "attn.q_proj.weight"}, {"self_attn.k_proj.weight", "attn.k_proj.weight"},
        {"self_attn.v_proj.weight", "attn.v_proj.weight"}, {"self_attn.o_proj.weight", "attn.output_proj.weight"},
        {"mlp.gate_proj.weight", "mlp.w1.weight"}, {"mlp.down_proj.weight", "mlp.w2.weight"}, {"mlp.up_proj.weight", "mlp.w3.weight"},
        {"input_layernorm.weight", "sa_norm.scale"}, {"post_attention_layernorm.weight", "mlp_norm.scale"}};

    private Inverse() {}

    public static Map<String, Values> sesame(Map<String, Values> tensors, CsmConfig c) {
        var out = new LinkedHashMap<String, Values>();
        for (var name : new TreeSet<>(tensors.keySet())) {
            var t = tensors.get(name);
            if (name.startsWith("codec_model.")) continue;
            var as = sesameName(name);
            if (as.endsWith("q_proj.weight") || as.endsWith("k_proj.weight")) {
                t = interleaved(t, as.startsWith("backbone") ? c.backbone().headDim() : c.depth().stack().headDim());
            }
            out.put(as, t);
        }
        return out;
    }

    public static String sesameName(String name) {
        var as = name.replace("backbone_model.layers", "backbone.layers").replace("depth_decoder.model.layers", "decoder.layers");
        for (var pair : LAYER) as = as.replace(pair[0], pair[1]);
        return single(as);
    }

    private static String single(String name) {
        return switch (name) {
            case "embed_text_tokens.weight" -> "text_embeddings.weight";
            case "lm_head.weight" -> "codebook0_head.weight";
            case "backbone_model.embed_tokens.embed_audio_tokens.weight" -> "audio_embeddings.weight";
            case "depth_decoder.model.inputs_embeds_projector.weight" -> "projection.weight";
            case "depth_decoder.codebooks_head.weight" -> "audio_head";
            case "backbone_model.norm.weight" -> "backbone.norm.scale";
            case "depth_decoder.model.norm.weight" -> "decoder.norm.scale";
            default -> name;
        };
    }

    public static Map<String, Values> kyutai(Map<String, Values> tensors, MimiConfig m) {
        var out = new LinkedHashMap<String, Values>();
        int last = 3 * m.upsamplingRatios().size() + 2;
        tensors.forEach((full, t) -> {
            if (!full.startsWith("codec_model.")) return;
            var name = full.substring("codec_model.".length());
            if (name.contains("_transformer.layers.")) layer(name, t, tensors, m, out);
            else out.put(outside(name, last), t);
        });
        return out;
    }

    private static void layer(String name, Values t, Map<String, Values> all, MimiConfig m, Map<String, Values> out) {
        var as = name.replace("_transformer.layers", "_transformer.transformer.layers");
        var base = "codec_model." + name.substring(0, name.lastIndexOf("self_attn.") < 0 ? 0 : name.lastIndexOf("self_attn.") + 10);
        if (name.endsWith("q_proj.weight")) {
            var q = interleaved(t, m.headDim());
            var k = interleaved(all.get(base + "k_proj.weight"), m.headDim());
            out.put(as.replace("q_proj.weight", "in_proj_weight"), joined(q, k, all.get(base + "v_proj.weight")));
        } else if (!name.endsWith("k_proj.weight") && !name.endsWith("v_proj.weight")) {
            out.put(as.replace("o_proj", "out_proj").replace("mlp.fc", "linear").replace("input_layernorm", "norm1")
                    .replace("post_attention_layernorm", "norm2").replace("self_attn_layer_scale", "layer_scale_1")
                    .replace("mlp_layer_scale", "layer_scale_2"), t);
        }
    }

    private static String outside(String name, int last) {
        if (name.startsWith("quantizer")) {
            return name.replace("semantic_residual_vector_quantizer", "rvq_first").replace("acoustic_residual_vector_quantizer", "rvq_rest")
                    .replace(".layers.", ".vq.layers.").replace(".codebook.embed_sum", "._codebook.embedding_sum")
                    .replace(".codebook.cluster", "._codebook.cluster");
        }
        if (name.startsWith("downsample")) return "downsample.conv.conv.conv.weight";
        if (name.startsWith("upsample")) return "upsample.convtr.convtr.convtr.weight";
        var as = name.replace("coder.layers.", "coder.model.");
        var transposed = as.matches("decoder\\.model\\.\\d+\\.conv\\..*") && !as.startsWith("decoder.model.0.")
                && !as.startsWith("decoder.model." + last + ".");
        return as.replace(".conv.", transposed ? ".convtr.convtr." : ".conv.conv.");
    }

    /** Row p*(D/2)+r of each head goes to row 2r+p. */
    private static Values interleaved(Values t, int headDim) {
        int length = (int) t.shape()[1];
        var out = new float[t.values().length];
        for (int row = 0; row < t.shape()[0]; row++) {
            int within = row % headDim;
            int to = row - within + 2 * (within % (headDim / 2)) + within / (headDim / 2);
            System.arraycopy(t.values(), row * length, out, to * length, length);
        }
        return new Values(out, t.shape());
    }

    private static Values joined(Values q, Values k, Values v) {
        var out = new float[q.values().length + k.values().length + v.values().length];
        System.arraycopy(q.values(), 0, out, 0, q.values().length);
        System.arraycopy(k.values(), 0, out, q.values().length, k.values().length);
        System.arraycopy(v.values(), 0, out, q.values().length + k.values().length, v.values().length);
        return new Values(out, q.shape()[0] + k.shape()[0] + v.shape()[0], q.shape()[1]);
    }
}
