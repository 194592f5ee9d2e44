package studio.parley.convert.speaker;

import static studio.parley.convert.graph.OnnxOps.add;
import static studio.parley.convert.graph.OnnxOps.cast;
import static studio.parley.convert.graph.OnnxOps.matMul;
import static studio.parley.convert.graph.OnnxOps.reshape;
import static studio.parley.convert.graph.OnnxOps.transpose;

import java.nio.file.Path;
import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.Progress;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.matrix.Payloads;
import studio.parley.convert.weights.Precision;
import studio.parley.convert.weights.Weights;
import studio.parley.speaker.SpeakerContract;

/** Windows of a mel spectrogram to embeddings of length 1: LSTM layers, the last state of the last one, a linear layer and ReLU. */
public record SpeakerGraph(Weights weights, SpeakerSizes sizes, WeightFile file, Precision precision) {
    /** PyTorch's gates are input, forget, cell, output; ONNX has them as input, output, forget, cell. */
    private static final int[] ORDER = {0, 3, 1, 2};

    /** Writes the graph and its weights into an existing empty folder; returns the files written, sorted. */
    public static List<String> write(SpeakerCheckpoint checkpoint, Precision precision, Path folder, Progress progress) {
        var file = new WeightFile(SpeakerContract.WEIGHTS);
        new SpeakerGraph(checkpoint.weights(), checkpoint.sizes(), file, precision).build().save(folder.resolve(SpeakerContract.GRAPH_FILE));
        file.write(folder, progress, 0, file.bytes());
        return List.of(SpeakerContract.GRAPH_FILE, SpeakerContract.WEIGHTS);
    }

    private GraphBuilder build() {
        var root = new GraphBuilder("speaker_encoder");
        var mel = root.input(SpeakerContract.MEL, DType.FLOAT, "windows", SpeakerSizes.COLUMNS, sizes.melBands());
        var x = transpose(root, mel, 1, 0, 2);
        ValueRef last = x;
        for (int i = 0; i < sizes.layers(); i++) {
            var b = root.at("lstm." + i);
            var made = b.nodes(Operator.LSTM, 2, List.of(x, gates(b, "lstm.weight_ih_l" + i), gates(b, "lstm.weight_hh_l" + i), biases(b, i)),
                    Attributes.of("hidden_size", (long) sizes.cells()));
            last = made.getLast();
            if (i < sizes.layers() - 1) x = reshape(b, made.getFirst(), 0, -1, sizes.cells());
            else b.drop(made.getFirst());
        }
        var b = root.at("linear");
        var state = reshape(b, last, -1, sizes.cells());
        var values = b.node(Operator.Relu, List.of(add(b, matMul(b, state, linear(b)), vector(b, "linear.bias"))));
        root.output(SpeakerContract.EMBEDDING, b.node(Operator.LpNormalization, List.of(values), Attributes.of("axis", -1L), Attributes.of("p", 2L)),
                DType.FLOAT, "windows", sizes.embedding());
        return root;
    }

    /** [1, 4 · cells, inputs] */
    private ValueRef gates(GraphBuilder b, String name) {
        var shape = weights.shape(name);
        return stored(b, name, ordered(name), type(), 1, shape[0], shape[1]);
    }

    /** [1, 8 · cells]: those of the inputs, those of the state. */
    private ValueRef biases(GraphBuilder b, int layer) {
        var all = new float[2 * SpeakerSizes.GATES * sizes.cells()];
        System.arraycopy(ordered("lstm.bias_ih_l" + layer), 0, all, 0, all.length / 2);
        System.arraycopy(ordered("lstm.bias_hh_l" + layer), 0, all, all.length / 2, all.length / 2);
        return stored(b, "lstm.bias_l" + layer, all, DType.FLOAT, 1, all.length);
    }

    private ValueRef linear(GraphBuilder b) {
        var shape = weights.shape("linear.weight");
        return transpose(b, stored(b, "linear.weight", weights.all("linear.weight"), type(), shape), 1, 0);
    }

    private ValueRef vector(GraphBuilder b, String name) {
        return stored(b, name, weights.all(name), DType.FLOAT, weights.shape(name));
    }

    /** The values with the gates in ONNX's order. */
    private float[] ordered(String name) {
        var values = weights.all(name);
        int gate = values.length / SpeakerSizes.GATES;
        var out = new float[values.length];
        for (int i = 0; i < ORDER.length; i++) System.arraycopy(values, ORDER[i] * gate, out, i * gate, gate);
        return out;
    }

    private ValueRef stored(GraphBuilder b, String key, float[] values, DType type, long... shape) {
        var tensor = Payloads.values(file, key, () -> values, type, shape);
        return type == DType.FLOAT ? b.stored(tensor) : b.once(key, g -> cast(g, g.stored(tensor), DType.FLOAT));
    }

    private DType type() {
        return precision == Precision.FP32 ? DType.FLOAT : DType.FLOAT16;
    }
}
