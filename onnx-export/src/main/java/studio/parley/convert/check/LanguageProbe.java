package studio.parley.convert.check;

import static studio.parley.onnx.ElementType.BOOL;
import static studio.parley.onnx.ElementType.FLOAT;
import static studio.parley.onnx.ElementType.INT32;
import static studio.parley.onnx.ElementType.INT64;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import studio.parley.onnx.Graph;
import studio.parley.onnx.KvCache;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.Signature;
import studio.parley.onnx.Tensor;
import studio.parley.speech.ModelContract;
import studio.parley.speech.ModelInfo;

/** Runs backbone and depth decoder greedily and checks inner values: the engine only returns codes. */
final class LanguageProbe {
    private final ModelInfo info;
    private final Path folder;
    private final OrtRuntime runtime;

    LanguageProbe(ModelInfo info, Path folder, OrtRuntime runtime) {
        this.info = info;
        this.folder = folder;
        this.runtime = runtime;
    }

    /** Feeds the text and generates {@code frames} frames; returns how many. */
    int speak(int[] text, int frames) {
        int most = text.length + frames;
        try (var backbone = backbone(); var depth = depth(); var cache = new KvCache(backbone, slots(), 1, Math.min(info.context(), most));
                var hidden = Tensor.floats(1, info.backbone().width()); var logits = Tensor.floats(1, info.audioVocabulary())) {
            feed(backbone, cache, prompt(text), 0, hidden, logits);
            for (int f = 0; f < frames; f++) {
                long[] frame = draw(depth, hidden, logits);
                if (f + 1 < frames) feed(backbone, cache, rows(frame), text.length + f, hidden, logits);
            }
            return frames;
        }
    }

    private void feed(Graph backbone, KvCache cache, long[] positions, int before, Tensor hidden, Tensor logits) {
        int count = positions.length / info.codebooks();
        try (var rows = Tensor.longs(1, count, info.codebooks()); var last = Tensor.ints(1); var total = Tensor.ints(1)) {
            rows.longs().put(positions);
            last.ints().put(0, before + count - 1);
            total.ints().put(0, before + count);
            backbone.bind().input(ModelContract.ROWS, rows).input(ModelContract.SEQLENS_K, last).input(ModelContract.TOTAL_SEQUENCE_LENGTH, total)
                    .output(ModelContract.HIDDEN, hidden).output(ModelContract.LOGITS, logits).cache(cache, 0, 1).run();
        }
        requireFinite(hidden.floats(), "backbone");
        requireFinite(logits.floats(), "backbone's first head");
    }

    /** One frame, each code the most likely. */
    private long[] draw(Graph depth, Tensor hidden, Tensor logits) {
        int rest = info.codebooks() - 1;
        var frame = new long[info.codebooks()];
        frame[0] = largest(logits.floats());
        try (var code0 = Tensor.longs(1); var noise = Tensor.floats(1, rest); var temperature = Tensor.floats(1);
                var greedy = Tensor.bools(1); var topK = Tensor.longs(1); var bias = Tensor.floats(info.audioVocabulary());
                var forced = Tensor.longs(1, rest); var codes = Tensor.longs(1, rest)) {
            code0.longs().put(0, frame[0]);
            temperature.floats().put(0, 1);
            greedy.bytes().put(0, (byte) 1);
            topK.longs().put(0, 1);
            var binding = depth.bind().input(ModelContract.HIDDEN, hidden).input(ModelContract.CODE0, code0).input(ModelContract.NOISE, noise)
                    .input(ModelContract.TEMPERATURE, temperature).input(ModelContract.GREEDY, greedy).input(ModelContract.TOP_K, topK)
                    .input(ModelContract.LOGIT_BIAS, bias).output(ModelContract.CODES, codes);
            for (int i = 0; i < rest; i++) forced.longs().put(i, -1);
            if (depth.inputs().contains(ModelContract.FORCED)) binding.input(ModelContract.FORCED, forced);
            binding.run();
            codes.longs().get(frame, 1, rest);
        }
        for (var code : frame) {
            if (code < 0 || code >= info.audioVocabulary()) {
                throw SelfCheck.failed(folder, "it samples code " + code + ", which does not exist");
            }
        }
        return frame;
    }

    private long[] prompt(int[] text) {
        var rows = new long[text.length * info.codebooks()];
        java.util.Arrays.fill(rows, info.zeroRow());
        for (int i = 0; i < text.length; i++) rows[i * info.codebooks()] = text[i];
        return rows;
    }

    private long[] rows(long[] frame) {
        var rows = new long[frame.length];
        for (int k = 0; k < rows.length; k++) rows[k] = info.textVocabulary() + (long) k * info.audioVocabulary() + frame[k];
        return rows;
    }

    private static int largest(FloatBuffer values) {
        int best = 0;
        for (int i = 1; i < values.limit(); i++) if (values.get(i) > values.get(best)) best = i;
        return best;
    }

    private void requireFinite(FloatBuffer values, String what) {
        for (int i = 0; i < values.limit(); i++) {
            if (!Float.isFinite(values.get(i))) throw SelfCheck.failed(folder, "its " + what + " returns a value that is not a number");
        }
    }

    private Graph backbone() {
        var signature = new Signature().input(ModelContract.ROWS, INT64, 3).input(ModelContract.SEQLENS_K, INT32, 1)
                .input(ModelContract.TOTAL_SEQUENCE_LENGTH, INT32, 1).output(ModelContract.HIDDEN, FLOAT, 2).output(ModelContract.LOGITS, FLOAT, 2);
        for (var slot : slots()) signature.input(slot.past(), FLOAT, 4).output(slot.present(), FLOAT, 4);
        return runtime.load(file(ModelContract.BACKBONE), signature);
    }

    private Graph depth() {
        return runtime.load(file(ModelContract.DEPTH_DECODER), new Signature().input(ModelContract.HIDDEN, FLOAT, 2)
                .input(ModelContract.CODE0, INT64, 1)
                .input(ModelContract.NOISE, FLOAT, 2).input(ModelContract.TEMPERATURE, FLOAT, 1).input(ModelContract.GREEDY, BOOL, 1)
                .input(ModelContract.TOP_K, INT64, 1).input(ModelContract.LOGIT_BIAS, FLOAT, 1).optionalInput(ModelContract.FORCED, INT64, 2)
                .output(ModelContract.CODES, INT64, 2));
    }

    private List<KvCache.Slot> slots() {
        var slots = new ArrayList<KvCache.Slot>();
        for (int i = 0; i < info.backbone().layers(); i++) {
            slots.add(new KvCache.Slot(ModelContract.pastKey(i), ModelContract.presentKey(i)));
            slots.add(new KvCache.Slot(ModelContract.pastValue(i), ModelContract.presentValue(i)));
        }
        return slots;
    }

    private Path file(String network) {
        return folder.resolve(Objects.requireNonNull(info.graphs().get(ModelContract.CPU)).get(network));
    }
}
