package studio.parley.convert.mimi;

import static studio.parley.convert.graph.OnnxOps.concat;
import static studio.parley.convert.graph.OnnxOps.mul;
import static studio.parley.convert.graph.OnnxOps.size;
import static studio.parley.convert.graph.OnnxOps.slice;
import static studio.parley.convert.graph.OnnxOps.transpose;

import java.util.ArrayList;
import java.util.List;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.StateShape;
import studio.parley.convert.graph.ValueRef;
import studio.parley.speech.model.ModelContract;

/**
 * Decodes codes to audio, as a stream with explicit state (docs/model-folder.md): quantiser, transposed convolution to the transformer's
 * rate, transformer with a sliding window, SEANet. Steps of any length give the same as one run over everything.
 */
final class MimiDecoderGraph {
    private final MimiGraphContext codec;
    private final int codebooks;
    private final GraphBuilder graph = new GraphBuilder("mimi_decoder");
    private final GraphBuilder root = graph.at("mimi_decoder");
    private final StreamState state = new StreamState(graph);

    MimiDecoderGraph(MimiGraphContext codec, int codebooks) {
        this.codec = codec;
        this.codebooks = codebooks;
    }

    GraphBuilder build() {
        var sizes = codec.sizes();
        int stride = sizes.frameStride();
        var codes = graph.input(ModelContract.CODES, DType.INT64, "B", codebooks, "T");
        var position = graph.input(ModelContract.POSITION, DType.INT64, "B");
        var latents = new Quantizer(codec, codebooks).decode(root.at("quantizer"), codes);
        var columns = transpose(root.at("quantizer"), latents, 0, 2, 1);
        if (codec.has("upsample.conv.weight")) {
            var up = new Convolution(codec, "upsample.conv", 2 * stride, stride, 1);
            columns = upsample(root.at("upsample"), up, sizes.upsampleGroups(), columns);
        }
        var here = root.at("decoder_transformer");
        var window = new StreamWindow(graph, here, sizes, mul(here, position, here.scalar(stride)),
                mul(here, size(here, codes, 2), here.longs(stride)));
        var rotation = RotaryEmbedding.at(here.at("rope"), codec, window.positions());
        var x = new MimiTransformer(codec, "decoder_transformer", rotation, window).apply(here, transpose(here, columns, 0, 2, 1));
        var audio = new Seanet(codec, this::convolve).decode(root.at("decoder"), transpose(here, x, 0, 2, 1), this::upsample);
        graph.output(ModelContract.AUDIO, audio, DType.FLOAT, "B", 1, "samples");
        return graph;
    }

    /** Shapes of the states, once the graph is built. */
    List<StateShape> states() {
        return state.shapes();
    }

    private ValueRef convolve(GraphBuilder b, Convolution convolution, ValueRef x) {
        return convolution.apply(b, state.precede(b, x, convolution.channels(), convolution.context()), 0, 0);
    }

    /**
     * The columns of the previous step that reach into this one are transposed once more, and their own output is cut off: so each output
     * is the complete sum of its taps, and includes the bias once.
     */
    private ValueRef upsample(GraphBuilder b, Convolution convolution, int groups, ValueRef x) {
        int before = Math.ceilDiv(convolution.kernel(), convolution.stride()) - 1;
        int channels = Math.toIntExact(codec.weights().shape(MimiGraphContext.PREFIX + convolution.name() + ".weight")[0]);
        var all = state.precede(b, x, channels, before);
        return convolution.transposed(b, all, groups, before * convolution.stride(), convolution.kernel() - convolution.stride());
    }

    /**
     * The states of a streaming graph, in the order in which its layers request them. A layer's state is the last columns of its input: what
     * its kernel still covers of the previous steps.
     */
    private static final class StreamState {
        private final GraphBuilder graph;
        private final List<StateShape> shapes = new ArrayList<>();

        StreamState(GraphBuilder graph) {
            this.graph = graph;
        }

        /** {@code x} [B,channels,L] with the last columns of the previous step in front of it; remembers its own last columns. */
        ValueRef precede(GraphBuilder b, ValueRef x, int channels, int columns) {
            if (columns == 0) return x;
            int number = shapes.size();
            shapes.add(new StateShape(channels, columns));
            var before = graph.input(ModelContract.state(number), DType.FLOAT, "B", channels, columns);
            var all = concat(b, 2, before, x);
            graph.output(ModelContract.nextState(number), slice(b, all, 2, -columns, Long.MAX_VALUE), DType.FLOAT, "B", channels, columns);
            return all;
        }

        List<StateShape> shapes() {
            return List.copyOf(shapes);
        }
    }
}
