package studio.parley.speech;

import static studio.parley.onnx.ElementType.BOOL;
import static studio.parley.onnx.ElementType.FLOAT;
import static studio.parley.onnx.ElementType.INT64;

import java.nio.file.Path;
import studio.parley.onnx.Graph;
import studio.parley.onnx.Runtime;
import studio.parley.onnx.Signature;

/** The network within a frame: from the backbone's condition and code 0, codes 1 and up, drawn inside the graph. */
final class DepthDecoder implements AutoCloseable {
    private final Graph graph;

    private DepthDecoder(Graph graph) {
        this.graph = graph;
    }

    static DepthDecoder open(Path file, Runtime runtime) {
        return new DepthDecoder(runtime.load(file, new Signature().input(Signatures.HIDDEN, FLOAT, 2).input(Signatures.CODE0, INT64, 1)
                .input(Signatures.NOISE, FLOAT, 2).input(Signatures.TEMPERATURE, FLOAT, 1).input(Signatures.GREEDY, BOOL, 1)
                .input(Signatures.TOP_K, INT64, 1).input(Signatures.LOGIT_BIAS, FLOAT, 1).optionalInput(Signatures.FORCED, INT64, 2)
                .output(Signatures.CODES, INT64, 2)));
    }

    Graph graph() {
        return graph;
    }

    @Override
    public void close() {
        graph.close();
    }
}
