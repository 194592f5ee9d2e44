package studio.parley.convert.golden;

import static studio.parley.onnx.ElementType.BOOL;
import static studio.parley.onnx.ElementType.FLOAT;
import static studio.parley.onnx.ElementType.INT32;
import static studio.parley.onnx.ElementType.INT64;

import java.util.ArrayList;
import java.util.List;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.onnx.Graph;
import studio.parley.onnx.KvCache;
import studio.parley.onnx.RowBuffer;
import studio.parley.onnx.Signature;
import studio.parley.onnx.Tensor;
import studio.parley.speech.model.ModelContract;

/** The two language networks driven as plainly as can be: positions in, arrays out. */
public final class LanguageModel implements AutoCloseable {
    private final CsmConfig config;
    private final Graph backbone;
    private final Graph depth;

    public LanguageModel(GoldenModel model) {
        this.config = model.config();
        var signature = new Signature().input(ModelContract.ROWS, INT64, 3).input(ModelContract.SEQLENS_K, INT32, 1).input(ModelContract.TOTAL_SEQUENCE_LENGTH, INT32, 1);
        for (var s : slots()) signature.input(s.past(), FLOAT, 4).output(s.present(), FLOAT, 4);
        for (int i = 0; i <= config.backbone().layers(); i++) signature.output(ModelContract.hiddenState(i), FLOAT, 3);
        this.backbone = model.open(ModelContract.BACKBONE, signature);
        this.depth = model.open(ModelContract.DEPTH_DECODER, new Signature().input(ModelContract.HIDDEN, FLOAT, 2).input(ModelContract.CODE0, INT64, 1)
                .input(ModelContract.NOISE, FLOAT, 2).input(ModelContract.TEMPERATURE, FLOAT, 1).input(ModelContract.GREEDY, BOOL, 1)
                .input(ModelContract.TOP_K, INT64, 1).input(ModelContract.LOGIT_BIAS, FLOAT, 1).input(ModelContract.FORCED, INT64, 2)
                .output(ModelContract.CODES, INT64, 2).output(ModelContract.STEP_LOGITS, FLOAT, 3));
    }

    private List<KvCache.Slot> slots() {
        var slots = new ArrayList<KvCache.Slot>();
        for (int i = 0; i < config.backbone().layers(); i++) {
            slots.add(new KvCache.Slot(ModelContract.pastKey(i), ModelContract.presentKey(i)));
            slots.add(new KvCache.Slot(ModelContract.pastValue(i), ModelContract.presentValue(i)));
        }
        return slots;
    }

    public KvCache cache(int rows) {
        return new KvCache(backbone, slots(), rows, GoldenModel.CONTEXT, RowBuffer.Place.HOST);
    }

    /** Rows of the embedding table for one position: a token id alone, or a frame of codes. */
    public long[] rows(int... position) {
        var rows = new long[config.codebooks()];
        for (int k = 0; k < rows.length; k++) {
            if (position.length > 1) rows[k] = config.textVocab() + (long) k * config.audioVocab() + position[k];
            else rows[k] = k == 0 ? position[0] : config.textVocab() + config.audioRows();
        }
        return rows;
    }

    /** Last position's results, and every layer's hidden states [B,S,H]. */
    public record Heard(float[] hidden, float[] logits, List<float[]> states) {}

    /** @param lengths positions in each row's cache after this run; {@code positions} [B][S] of rows */
    public Heard hear(KvCache cache, int[] lengths, long[][][] positions) {
        int b = positions.length;
        int s = positions[0].length;
        int width = config.backbone().width();
        try (var rows = Tensor.longs(b, s, config.codebooks()); var lens = Tensor.ints(b); var total = Tensor.ints(1);
                var hidden = Tensor.floats(b, width); var logits = Tensor.floats(b, config.audioVocab()); var states = new Tensors()) {
            var all = rows.longs();
            for (var row : positions) for (var position : row) all.put(position);
            for (int i = 0; i < b; i++) lens.ints().put(i, lengths[i] - 1);
            total.ints().put(0, java.util.Arrays.stream(lengths).max().orElseThrow());
            var binding = backbone.bind().input(ModelContract.ROWS, rows).input(ModelContract.SEQLENS_K, lens)
                    .input(ModelContract.TOTAL_SEQUENCE_LENGTH, total).cache(cache, 0, b)
                    .output(ModelContract.HIDDEN, hidden).output(ModelContract.LOGITS, logits);
            for (int i = 0; i <= config.backbone().layers(); i++) binding.output(ModelContract.hiddenState(i), states.floats(b, s, width));
            binding.run();
            return new Heard(array(hidden), array(logits), states.all().stream().map(LanguageModel::array).toList());
        }
    }

    /** How codes are drawn in one run of the depth decoder; arrays are per row. */
    public record Drawing(float[] temperature, boolean[] greedy, int topK, float[] bias, float[][] noise, int[][] forced) {
        public static Drawing greedy(int rows, int vocab, int steps) {
            var temperature = new float[rows];
            var greedy = new boolean[rows];
            java.util.Arrays.fill(temperature, 1);
            java.util.Arrays.fill(greedy, true);
            return new Drawing(temperature, greedy, 1, new float[vocab], new float[rows][steps], unforced(rows, steps));
        }

        public static int[][] unforced(int rows, int steps) {
            var forced = new int[rows][steps];
            for (var row : forced) java.util.Arrays.fill(row, -1);
            return forced;
        }
    }

    /** Codes [B][K-1] and the logits of all steps [B,K-1,V]. */
    public record Drawn(int[][] codes, float[] logits) {}

    public Drawn draw(float[] condition, int[] code0, Drawing drawing) {
        int b = code0.length;
        int steps = config.codebooks() - 1;
        try (var in = new Tensors()) {
            var hidden = in.floats(b, config.depth().backboneWidth());
            hidden.floats().put(condition);
            var first = in.longs(b);
            var noise = in.floats(b, steps);
            var temperature = in.floats(b);
            var greedy = in.add(Tensor.bools(b));
            var topK = in.longs(1);
            var bias = in.floats(config.audioVocab());
            var forced = in.longs(b, steps);
            var codes = in.longs(b, steps);
            var logits = in.floats(b, steps, config.audioVocab());
            topK.longs().put(0, drawing.topK());
            bias.floats().put(drawing.bias());
            temperature.floats().put(drawing.temperature());
            for (int i = 0; i < b; i++) {
                first.longs().put(i, code0[i]);
                greedy.bytes().put(i, (byte) (drawing.greedy()[i] ? 1 : 0));
                for (int k = 0; k < steps; k++) {
                    noise.floats().put(i * steps + k, drawing.noise()[i][k]);
                    forced.longs().put(i * steps + k, drawing.forced()[i][k]);
                }
            }
            depth.bind().input(ModelContract.HIDDEN, hidden).input(ModelContract.CODE0, first).input(ModelContract.NOISE, noise)
                    .input(ModelContract.TEMPERATURE, temperature).input(ModelContract.GREEDY, greedy).input(ModelContract.TOP_K, topK)
                    .input(ModelContract.LOGIT_BIAS, bias).input(ModelContract.FORCED, forced)
                    .output(ModelContract.CODES, codes).output(ModelContract.STEP_LOGITS, logits).run();
            var drawn = new int[b][steps];
            for (int i = 0; i < b * steps; i++) drawn[i / steps][i % steps] = (int) codes.longs().get(i);
            return new Drawn(drawn, array(logits));
        }
    }

    static float[] array(Tensor tensor) {
        var values = new float[tensor.count()];
        tensor.floats().get(values);
        return values;
    }

    @Override
    public void close() {
        backbone.close();
        depth.close();
    }
}
