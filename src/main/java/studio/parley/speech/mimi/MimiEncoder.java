package studio.parley.speech.mimi;

import static studio.parley.onnx.ElementType.FLOAT;
import static studio.parley.onnx.ElementType.INT64;

import java.nio.file.Path;
import java.util.ArrayList;
import studio.parley.onnx.Graph;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.Signature;
import studio.parley.onnx.Tensor;
import studio.parley.speech.model.ModelContract;
import studio.parley.speech.model.ModelInfo;
import studio.parley.speech.model.OutputCheck;

/** Encodes audio, a whole clip at a time. Thread-safe. */
public final class MimiEncoder implements AutoCloseable {
    private final Graph graph;
    private final ModelInfo info;

    private MimiEncoder(Graph graph, ModelInfo info) {
        this.graph = graph;
        this.info = info;
    }

    public static MimiEncoder open(Path file, ModelInfo info, OrtRuntime runtime) {
        var signature = new Signature().input(ModelContract.AUDIO, FLOAT, 3).output(ModelContract.CODES, INT64, 3);
        return new MimiEncoder(runtime.load(file, signature, false), info);
    }

    /**
     * Codes of a mono clip at the model's rate (24 kHz), samples in [-1, 1]: {@code ceil(samples / samplesPerFrame)} frames; none for an
     * empty clip. Needs about 0.3 MB of memory per 1000 samples while it runs.
     */
    public Codes encode(float[] mono) {
        if (mono.length == 0) return Codes.none(info.codebooks());
        var frames = Math.ceilDiv(mono.length, info.samplesPerFrame());
        try (var audio = Tensor.floats(1, 1, mono.length); var codes = Tensor.longs(1, info.codebooks(), frames)) {
            audio.floats().put(mono);
            graph.bind().input(ModelContract.AUDIO, audio).output(ModelContract.CODES, codes).run();
            var out = new ArrayList<int[]>();
            var ids = codes.longs();
            for (int f = 0; f < frames; f++) {
                var frame = new int[info.codebooks()];
                for (int k = 0; k < frame.length; k++) frame[k] = OutputCheck.code(graph.file(), ids.get(k * frames + f), info.audioVocabulary());
                out.add(frame);
            }
            return Codes.of(info.codebooks(), out);
        }
    }

    @Override
    public void close() {
        graph.close();
    }
}
