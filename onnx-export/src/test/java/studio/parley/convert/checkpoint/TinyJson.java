package studio.parley.convert.checkpoint;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.convert.weights.RopeConfig;
import studio.parley.convert.weights.StackConfig;

/** The JSON files of a {@link TinyModel}. */
public final class TinyJson {
    private TinyJson() {}

    public static String config(CsmConfig c) {
        var depth = """
                {"num_codebooks":%d,"vocab_size":%d,"backbone_hidden_size":%d,%s}""".formatted(c.codebooks(), c.audioVocab(),
                c.backbone().width(), stack(c.depth().stack()));
        return """
                {"model_type":"csm","num_codebooks":%d,"vocab_size":%d,"text_vocab_size":%d,"max_position_embeddings":256,%s,
                "depth_decoder_config":%s,"codec_config":%s}"""
                .formatted(c.codebooks(), c.audioVocab(), c.textVocab(), stack(c.backbone()), depth, mimi(c.mimi()));
    }

    private static String stack(StackConfig s) {
        return """
                "num_hidden_layers":%d,"hidden_size":%d,"num_attention_heads":%d,"num_key_value_heads":%d,"head_dim":%d,
                "intermediate_size":%d,"rms_norm_eps":%s,%s""".formatted(s.layers(), s.width(), s.heads(), s.kvHeads(), s.headDim(),
                s.feedForward(), s.normEpsilon(), rope(s.rope()));
    }

    private static String rope(RopeConfig r) {
        if (r.scaling() == null) return "\"rope_theta\":%s,\"rope_scaling\":null".formatted(r.theta());
        return """
                "rope_theta":%s,"rope_scaling":{"rope_type":"llama3","factor":%s,"low_freq_factor":%s,"high_freq_factor":%s,
                "original_max_position_embeddings":%s}""".formatted(r.theta(), r.scaling().factor(), r.scaling().low(),
                r.scaling().high(), (int) r.scaling().original());
    }

    static String mimi(MimiConfig m) {
        return """
                {"model_type":"mimi","sampling_rate":%d,"frame_rate":%s,"hidden_size":%d,"num_filters":%d,"upsampling_ratios":%s,
                "codebook_size":%d,"codebook_dim":%d,"num_quantizers":%d,"vector_quantization_hidden_dimension":%d,
                "upsample_groups":%d,"num_hidden_layers":%d,"intermediate_size":%d,"num_attention_heads":%d,
                "num_key_value_heads":%d,"head_dim":%d,"sliding_window":%d}"""
                .formatted(m.sampleRate(), m.frameRate(), m.hiddenSize(), m.numFilters(), m.upsamplingRatios(), m.codebookSize(),
                m.codebookDim(), m.numQuantizers(), m.vectorQuantizationHiddenDimension(), m.upsampleGroups(), m.layers(),
                m.intermediateSize(), m.heads(), m.kvHeads(), m.headDim(), m.slidingWindow());
    }

    /** Byte-level BPE of some letters and the two boundaries, no merges. */
    public static String tokenizer(int textVocab) {
        var letters = IntStream.range(0, textVocab - 2).mapToObj(i -> "\"%s\":%d".formatted((char) ('0' + i), i))
                .collect(Collectors.joining(","));
        return """
                {"version":"1.0","added_tokens":[%s,%s],"normalizer":null,
                "pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":false},
                "post_processor":null,"decoder":{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":true,"use_regex":true},
                "model":{"type":"BPE","vocab":{%s},"merges":[]}}"""
                .formatted(added(textVocab - 2, "<|begin_of_text|>"), added(textVocab - 1, "<|end_of_text|>"), letters);
    }

    private static String added(int id, String content) {
        return """
                {"id":%d,"content":"%s","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}"""
                .formatted(id, content);
    }
}
