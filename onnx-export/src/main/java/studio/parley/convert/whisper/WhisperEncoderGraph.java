package studio.parley.convert.whisper;

import static studio.parley.convert.graph.OnnxOps.add;
import static studio.parley.convert.graph.OnnxOps.reshape;
import static studio.parley.convert.graph.OnnxOps.transpose;

import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.recognition.RecogniserContract;

/**
 * Log-mel spectrogram to the keys and values of each decoder layer's attention to it: two convolutions with GELU, positions, then per layer
 * {@code x += O(attention(LN(x)))} and {@code x += fc2(gelu(fc1(LN(x))))}, a last LN.
 */
record WhisperEncoderGraph(WhisperGraphContext whisper) {
    GraphBuilder build() {
        var root = new GraphBuilder("whisper_encoder");
        var sizes = whisper.sizes();
        var b = root.at("encoder");
        var mel = root.input(RecogniserContract.MEL, DType.FLOAT, 1, sizes.melBins(), sizes.columns());
        var x = convolution(b.at("conv2"), "encoder.conv2", WhisperConfig.STRIDE, convolution(b.at("conv1"), "encoder.conv1", 1, mel));
        x = add(b, transpose(b, x, 0, 2, 1), whisper.tensor(b, "encoder.embed_positions.weight"));
        for (int i = 0; i < sizes.encoderLayers(); i++) x = layer(b.at("layers." + i), "encoder.layers." + i + ".", x);
        x = whisper.norm(b, "encoder.layer_norm", x);
        for (int i = 0; i < sizes.decoderLayers(); i++) {
            var here = root.at("decoder.layers." + i);
            var attention = "decoder.layers." + i + ".encoder_attn.";
            output(root, RecogniserContract.CROSS_KEY + i, heads(here.at("k"), whisper.linear(here.at("k"), attention + "k_proj", x)));
            output(root, RecogniserContract.CROSS_VALUE + i, heads(here.at("v"), whisper.linear(here.at("v"), attention + "v_proj", x)));
        }
        return root;
    }

    private ValueRef convolution(GraphBuilder b, String name, int stride, ValueRef x) {
        var inputs = List.of(x, whisper.tensor(b, name + ".weight"), whisper.tensor(b, name + ".bias"));
        return whisper.gelu(b, b.node(Operator.Conv, inputs, Attributes.of("kernel_shape", new long[] {3}), Attributes.of("strides", new long[] {stride}),
                Attributes.of("pads", 1, 1)));
    }

    private ValueRef layer(GraphBuilder b, String name, ValueRef x) {
        var attn = b.at("attn");
        var normed = whisper.norm(attn, name + "self_attn_layer_norm", x);
        var inputs = List.of(whisper.linear(attn.at("q"), name + "self_attn.q_proj", normed), whisper.linear(attn.at("k"), name + "self_attn.k_proj", normed),
                whisper.linear(attn.at("v"), name + "self_attn.v_proj", normed));
        var attended = attn.node(Operator.MultiHeadAttention, inputs, Attributes.of("num_heads", whisper.sizes().encoderHeads()));
        x = add(b, x, whisper.linear(attn.at("o"), name + "self_attn.out_proj", attended));
        var mlp = b.at("mlp");
        var inner = whisper.gelu(mlp, whisper.linear(mlp.at("fc1"), name + "fc1", whisper.norm(mlp, name + "final_layer_norm", x)));
        return add(b, x, whisper.linear(mlp.at("fc2"), name + "fc2", inner));
    }

    /** [1,T,width] to [1,H,T,D]. */
    private ValueRef heads(GraphBuilder b, ValueRef x) {
        return transpose(b, reshape(b, x, 0, 0, whisper.sizes().decoderHeads(), whisper.sizes().headSize()), 0, 2, 1, 3);
    }

    private void output(GraphBuilder b, String name, ValueRef value) {
        var sizes = whisper.sizes();
        b.output(name, value, DType.FLOAT, 1, sizes.decoderHeads(), sizes.audioPositions(), sizes.headSize());
    }
}
