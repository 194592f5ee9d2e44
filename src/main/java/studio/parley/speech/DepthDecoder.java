package studio.parley.speech;

import static studio.parley.onnx.ElementType.BOOL;
import static studio.parley.onnx.ElementType.FLOAT;
import static studio.parley.onnx.ElementType.INT64;

import java.nio.file.Path;
import studio.parley.onnx.Graph;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.Signature;
import studio.parley.speech.model.ModelContract;

/** The network within a frame: from the backbone's condition and code 0 it samples codes 1 and up, inside the graph. */
record DepthDecoder(Graph graph) implements AutoCloseable {
    static DepthDecoder open(Path file, OrtRuntime runtime) {
        return new DepthDecoder(runtime.load(file, new Signature().input(ModelContract.HIDDEN, FLOAT, 2).input(ModelContract.CODE0, INT64, 1)
                .input(ModelContract.NOISE, FLOAT, 2).input(ModelContract.TEMPERATURE, FLOAT, 1).input(ModelContract.GREEDY, BOOL, 1)
                .input(ModelContract.TOP_K, INT64, 1).input(ModelContract.LOGIT_BIAS, FLOAT, 1).optionalInput(ModelContract.FORCED, INT64, 2)
                .output(ModelContract.CODES, INT64, 2)));
    }

    @Override
    public void close() {
        graph.close();
    }
}
