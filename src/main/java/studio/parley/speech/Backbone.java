package studio.parley.speech;

import static studio.parley.onnx.ElementType.FLOAT;
import static studio.parley.onnx.ElementType.INT32;
import static studio.parley.onnx.ElementType.INT64;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.parley.onnx.Graph;
import studio.parley.onnx.KvCache;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.RowBuffer;
import studio.parley.onnx.Signature;
import studio.parley.speech.model.ModelContract;
import studio.parley.speech.model.ModelInfo;

/** The network over text and frames: takes positions, returns the condition of the next frame and the logits of its first code. */
record Backbone(Graph graph, ModelInfo info) implements AutoCloseable {
    static Backbone open(Path file, ModelInfo info, OrtRuntime runtime) {
        var signature = new Signature().input(ModelContract.ROWS, INT64, 3).input(ModelContract.SEQLENS_K, INT32, 1)
                .input(ModelContract.TOTAL_SEQUENCE_LENGTH, INT32, 1)
                .output(ModelContract.HIDDEN, FLOAT, 2).output(ModelContract.LOGITS, FLOAT, 2);
        for (var slot : slots(info)) signature.buffer(slot.past(), slot.present(), 4);
        return new Backbone(runtime.load(file, signature), info);
    }

    KvCache cache(int rows, RowBuffer.Place place) {
        return new KvCache(graph, slots(info), rows, info.context(), place);
    }

    private static List<KvCache.Slot> slots(ModelInfo info) {
        var out = new ArrayList<KvCache.Slot>();
        for (int i = 0; i < info.backbone().layers(); i++) {
            out.add(new KvCache.Slot(ModelContract.pastKey(i), ModelContract.presentKey(i)));
            out.add(new KvCache.Slot(ModelContract.pastValue(i), ModelContract.presentValue(i)));
        }
        return out;
    }

    @Override
    public void close() {
        graph.close();
    }
}
