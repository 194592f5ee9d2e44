package studio.parley.speech.mimi;

import static studio.parley.onnx.ElementType.FLOAT;
import static studio.parley.onnx.ElementType.INT64;

import java.nio.file.Path;
import studio.parley.onnx.Graph;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.RowBuffer;
import studio.parley.onnx.Signature;
import studio.parley.speech.model.ModelContract;
import studio.parley.speech.model.ModelInfo;

/**
 * Decodes codes to audio at the model's rate (24 kHz mono; samples may leave [-1, 1]). Thread-safe; each {@link MimiStream} belongs to one
 * thread at a time.
 */
public final class MimiDecoder implements AutoCloseable {
    private final Graph graph;
    private final ModelInfo info;
    private final RowBuffer.Place place;

    private MimiDecoder(Graph graph, ModelInfo info, RowBuffer.Place place) {
        this.graph = graph;
        this.info = info;
        this.place = place;
    }

    /** @param place where streams keep their state */
    public static MimiDecoder open(Path file, ModelInfo info, OrtRuntime runtime, RowBuffer.Place place) {
        var signature = new Signature().input(ModelContract.CODES, INT64, 3).input(ModelContract.POSITION, INT64, 1)
                .output(ModelContract.AUDIO, FLOAT, 3);
        for (int i = 0; i < info.mimi().states().size(); i++) {
            signature.input(ModelContract.state(i), FLOAT, 3).output(ModelContract.nextState(i), FLOAT, 3);
        }
        for (int i = 0; i < info.mimi().layers(); i++) {
            signature.input(ModelContract.pastKey(i), FLOAT, 4).output(ModelContract.nextKey(i), FLOAT, 4);
            signature.input(ModelContract.pastValue(i), FLOAT, 4).output(ModelContract.nextValue(i), FLOAT, 4);
        }
        return new MimiDecoder(runtime.load(file, signature), info, place);
    }

    /** A new stream; the audio of a line starts from silence, so every line has its own. */
    public MimiStream open() {
        return new MimiStream(graph, info, place);
    }

    /** The audio of a whole line: the same samples as from a stream. */
    public float[] decode(Codes codes) {
        try (var stream = open()) {
            return stream.decode(codes);
        }
    }

    @Override
    public void close() {
        graph.close();
    }
}
