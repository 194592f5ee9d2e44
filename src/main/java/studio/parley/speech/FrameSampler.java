package studio.parley.speech;

import java.util.List;
import studio.parley.onnx.Binding;
import studio.parley.onnx.RowBuffer;
import studio.parley.onnx.Tensor;
import studio.parley.speech.model.ModelContract;
import studio.parley.speech.model.ModelInfo;
import studio.parley.speech.model.OutputCheck;
import studio.parley.speech.model.Sampling;

/** Samples whole frames for rows that are ready: code 0 here, the rest in the depth decoder's graph. Not thread-safe. */
final class FrameSampler implements AutoCloseable {
    private static final float NEVER = -1e9f;

    private final ModelInfo info;
    private final Binding depth;
    private final boolean exposed;
    private final float[] row;
    private final Tensor code0;
    private final Tensor noise;
    private final Tensor temperature;
    private final Tensor greedy;
    private final Tensor topK = Tensor.longs(1);
    private final Tensor bias;
    private final Tensor forced;
    private final Tensor codes;

    FrameSampler(ModelInfo info, DepthDecoder network, int most) {
        var rows = BackboneRunner.even(most);
        var rest = info.codebooks() - 1;
        this.info = info;
        this.depth = network.graph().bind();
        this.exposed = network.graph().inputs().contains(ModelContract.FORCED);
        this.row = new float[info.audioVocabulary()];
        this.code0 = Tensor.longs(rows);
        this.noise = Tensor.floats(rows, rest);
        this.temperature = Tensor.floats(rows);
        this.greedy = Tensor.bools(rows);
        this.bias = Tensor.floats(info.audioVocabulary());
        this.forced = Tensor.longs(rows, rest);
        this.codes = Tensor.longs(rows, rest);
        for (int i = 0; i < forced.count(); i++) forced.longs().put(i, -1);
    }

    /** The sampling of the rows of one run, row by row; they agree in the inputs that the graph takes once for all rows. */
    record Row(Sampling sampling, int frame) {}

    /**
     * One frame for each of the rows from {@code first} on.
     *
     * @param together in a batch of an even number of rows: the next row makes an odd number even
     */
    int[][] draw(BackboneRunner rows, int first, List<Row> how, boolean together) {
        var count = how.size();
        var frames = new int[count][info.codebooks()];
        for (int r = 0; r < count; r++) {
            frames[r][0] = first(rows, first + r, how.get(r));
            code0.longs().put(r, frames[r][0]);
            prepare(r, how.get(r));
        }
        shared(how.getFirst().sampling());
        var batch = together ? BackboneRunner.even(count) : count;
        if (batch > count) idle(count, how.getFirst());
        run(rows.hidden(), first, batch);
        var drawn = codes.longs();
        for (int r = 0; r < count; r++) {
            for (int k = 1; k < info.codebooks(); k++) {
                frames[r][k] = OutputCheck.code(depth.file(), drawn.get(r * (info.codebooks() - 1) + k - 1), info.audioVocabulary());
            }
        }
        return frames;
    }

    private int first(BackboneRunner rows, int at, Row how) {
        rows.logits(at, row);
        var s = how.sampling();
        if (s.temperature() == 0) return Sampler.largest(row);
        var u = new CounterRng(s.seed()).at((long) how.frame() * info.codebooks());
        return Sampler.draw(row, info.codebookSize(), s.temperature(), s.topK(), u);
    }

    private void idle(int r, Row how) {
        code0.longs().put(r, 0);
        prepare(r, how);
    }

    private void prepare(int r, Row how) {
        var numbers = new CounterRng(how.sampling().seed());
        var rest = info.codebooks() - 1;
        for (int k = 0; k < rest; k++) noise.floats().put(r * rest + k, numbers.at((long) how.frame() * info.codebooks() + k + 1));
        var t = how.sampling().depthTemperature();
        temperature.floats().put(r, t == 0 ? 1 : t);
        greedy.bytes().put(r, (byte) (t == 0 ? 1 : 0));
    }

    private void shared(Sampling sampling) {
        topK.longs().put(0, Math.min(sampling.depthTopK(), info.audioVocabulary()));
        var silent = sampling.depthTemperature() == 0 ? 0 : NEVER;
        for (int i = info.codebookSize(); i < info.audioVocabulary(); i++) bias.floats().put(i, silent);
    }

    private void run(RowBuffer hidden, int first, int count) {
        var rest = info.codebooks() - 1;
        if (exposed) depth.input(ModelContract.FORCED, forced.rows(0, count));
        depth.input(ModelContract.HIDDEN, hidden, first, count).input(ModelContract.CODE0, code0.rows(0, count)).input(ModelContract.NOISE, noise.rows(0, count))
                .input(ModelContract.TEMPERATURE, temperature.rows(0, count)).input(ModelContract.GREEDY, greedy.rows(0, count))
                .input(ModelContract.TOP_K, topK).input(ModelContract.LOGIT_BIAS, bias)
                .output(ModelContract.CODES, codes.as(count, rest)).run();
    }

    @Override
    public void close() {
        depth.close();
        for (var t : new Tensor[] {code0, noise, temperature, greedy, topK, bias, forced, codes}) t.close();
    }
}
