package studio.parley.convert.mimi;

import static studio.parley.convert.graph.OnnxOps.reshape;
import static studio.parley.convert.graph.OnnxOps.size;
import static studio.parley.convert.graph.OnnxOps.transpose;

import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.speech.model.ModelContract;

/** Encodes a whole signal to codes (docs/model-folder.md): SEANet, transformer, downsampling that repeats the edges, quantiser. */
final class MimiEncoderGraph {
    private final MimiGraphContext codec;
    private final int codebooks;
    private final GraphBuilder graph = new GraphBuilder("mimi_encoder");
    private final GraphBuilder root = graph.at("mimi_encoder");

    MimiEncoderGraph(MimiGraphContext codec, int codebooks) {
        this.codec = codec;
        this.codebooks = codebooks;
    }

    GraphBuilder build(boolean exposeLatent) {
        var audio = graph.input(ModelContract.AUDIO, DType.FLOAT, 1, 1, "N");
        var seanet = new Seanet(codec, (b, convolution, x) -> convolution.whole(b, x));
        var x = transform(root.at("encoder_transformer"), seanet.encode(root.at("encoder"), audio));
        var latent = codec.has("downsample.conv.weight") ? downsample(root.at("downsample"), x) : x;
        var here = root.at("quantizer");
        var rows = reshape(here, transpose(here, latent, 0, 2, 1), -1, codec.sizes().hiddenSize());
        graph.output(ModelContract.CODES, new Quantizer(codec, codebooks).encode(here, rows), DType.INT64, 1, codebooks, "T");
        if (exposeLatent) graph.output(ModelContract.LATENT, latent, DType.FLOAT, 1, codec.sizes().hiddenSize(), "T");
        return graph;
    }

    private ValueRef transform(GraphBuilder b, ValueRef columns) {
        var window = new BlockWindow(b, codec.sizes(), size(b, columns, 2));
        var x = window.fill(b, transpose(b, columns, 0, 2, 1));
        var rotation = RotaryEmbedding.at(b.at("rope"), codec, window.positions(b));
        var y = window.cut(b, new MimiTransformer(codec, "encoder_transformer", rotation, window).apply(b, x));
        return transpose(b, y, 0, 2, 1);
    }

    private ValueRef downsample(GraphBuilder b, ValueRef x) {
        int stride = codec.sizes().frameStride();
        var down = new Convolution(codec, "downsample.conv", 2 * stride, stride, 1);
        var pads = b.longs(0, 0, down.context(), 0, 0, stride - 1);
        var padded = b.node(Operator.Pad, List.of(x, pads), Attributes.of("mode", "edge"));
        return down.apply(b, padded, 0, 0);
    }
}
