package studio.parley.convert.checkpoint.layout;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.convert.weights.StackConfig;

/** Names and shapes of every tensor that a checkpoint of given sizes has, under transformers' names: 537 for CSM-1B. */
public final class TensorSchema {
    private final SequencedMap<String, long[]> expected = new LinkedHashMap<>();

    private TensorSchema() {}

    public static SequencedMap<String, long[]> of(CsmConfig c) {
        var census = new TensorSchema();
        int width = c.backbone().width();
        census.add("embed_text_tokens.weight", c.textVocab(), width);
        census.add("lm_head.weight", c.audioVocab(), width);
        census.add(TiedEmbeddings.BACKBONE, c.audioRows(), width);
        census.stack("backbone_model.", c.backbone());
        census.add("depth_decoder.model.inputs_embeds_projector.weight", c.depth().stack().width(), c.depth().backboneWidth());
        census.add("depth_decoder.codebooks_head.weight", c.codebooks() - 1, c.depth().stack().width(), c.audioVocab());
        census.stack("depth_decoder.model.", c.depth().stack());
        of(c.mimi()).forEach((name, shape) -> census.add("codec_model." + name, shape));
        return census.expected;
    }

    /** Like above; {@code untied}: the depth decoder has its own audio table. */
    public static SequencedMap<String, long[]> of(CsmConfig c, boolean untied) {
        var census = of(c);
        if (untied) census.put(TiedEmbeddings.DEPTH, new long[] {c.audioRows(), c.depth().backboneWidth()});
        return census;
    }

    /** Mimi alone, without {@code codec_model.}. */
    public static SequencedMap<String, long[]> of(MimiConfig c) {
        return MimiTensorSchema.of(c);
    }

    private void add(String name, long... shape) {
        expected.put(name, shape);
    }

    private void stack(String prefix, StackConfig s) {
        long query = (long) s.heads() * s.headDim();
        long key = (long) s.kvHeads() * s.headDim();
        for (int i = 0; i < s.layers(); i++) {
            var layer = prefix + "layers." + i + ".";
            add(layer + "self_attn.q_proj.weight", query, s.width());
            add(layer + "self_attn.k_proj.weight", key, s.width());
            add(layer + "self_attn.v_proj.weight", key, s.width());
            add(layer + "self_attn.o_proj.weight", s.width(), query);
            add(layer + "mlp.gate_proj.weight", s.feedForward(), s.width());
            add(layer + "mlp.up_proj.weight", s.feedForward(), s.width());
            add(layer + "mlp.down_proj.weight", s.width(), s.feedForward());
            add(layer + "input_layernorm.weight", s.width());
            add(layer + "post_attention_layernorm.weight", s.width());
        }
        add(prefix + "norm.weight", s.width());
    }
}
