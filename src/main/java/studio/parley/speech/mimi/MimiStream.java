package studio.parley.speech.mimi;

import java.util.ArrayList;
import java.util.List;
import studio.parley.onnx.Binding;
import studio.parley.onnx.ElementType;
import studio.parley.onnx.Graph;
import studio.parley.onnx.RowBuffer;
import studio.parley.onnx.Tensor;
import studio.parley.speech.model.ModelContract;
import studio.parley.speech.model.ModelInfo;
import studio.parley.speech.model.OutputCheck;

/**
 * Decodes the audio of a line as its frames arrive, in any number at a time: the samples are those of decoding all at once. The state
 * (convolution contexts and the last 10 s of attention) alternates between two sets of buffers next to the network. Not thread-safe.
 */
public final class MimiStream implements AutoCloseable {
    /** Frames decoded in one run: keeps the workspace of a long line small. */
    private static final int BLOCK = 25;

    private final ModelInfo info;
    private final List<RowBuffer> states = new ArrayList<>();
    private final Binding[] turns = new Binding[2];
    private final Tensor codes;
    private final Tensor position = Tensor.longs(1);
    private final Tensor audio;
    private int turn;
    private int frames;

    MimiStream(Graph graph, ModelInfo info, RowBuffer.Place place) {
        this.info = info;
        this.codes = Tensor.longs(1, info.codebooks(), BLOCK);
        this.audio = Tensor.floats(1, 1, (long) BLOCK * info.samplesPerFrame());
        for (int i = 0; i < 2; i++) turns[i] = graph.bind().input(ModelContract.POSITION, position);
        var shape = info.mimi();
        for (int i = 0; i < shape.states().size(); i++) {
            var s = shape.states().get(i);
            pair(graph, place, ModelContract.state(i), ModelContract.nextState(i), s[0], s[1]);
        }
        for (int i = 0; i < shape.layers(); i++) {
            pair(graph, place, ModelContract.pastKey(i), ModelContract.nextKey(i), shape.heads(), shape.window(), shape.headDim());
            pair(graph, place, ModelContract.pastValue(i), ModelContract.nextValue(i), shape.heads(), shape.window(), shape.headDim());
        }
    }

    private void pair(Graph graph, RowBuffer.Place place, String in, String out, long... shape) {
        var a = RowBuffer.of(graph, place, ElementType.FLOAT, 1, shape);
        var b = RowBuffer.of(graph, place, ElementType.FLOAT, 1, shape);
        states.add(a);
        states.add(b);
        turns[0].input(in, a, 0, 1).output(out, b, 0, 1);
        turns[1].input(in, b, 0, 1).output(out, a, 0, 1);
    }

    /** Frames decoded so far. */
    public int frames() {
        return frames;
    }

    /** Samples of the next frames of the line: {@code frames * samplesPerFrame}. Ids that are not audio are clamped to the last that is. */
    public float[] decode(Codes next) {
        var out = new float[next.frames() * info.samplesPerFrame()];
        for (int at = 0; at < next.frames(); at += BLOCK) {
            var count = Math.min(BLOCK, next.frames() - at);
            run(next, at, count);
            audio.floats().get(0, out, at * info.samplesPerFrame(), count * info.samplesPerFrame());
        }
        OutputCheck.numbers(turns[0].file(), out);
        return out;
    }

    private void run(Codes next, int at, int count) {
        var ids = codes.longs();
        for (int k = 0; k < info.codebooks(); k++) {
            for (int f = 0; f < count; f++) ids.put(k * count + f, Math.min(next.at(at + f, k), info.codebookSize() - 1));
        }
        position.longs().put(0, frames);
        turns[turn].input(ModelContract.CODES, codes.as(1, info.codebooks(), count))
                .output(ModelContract.AUDIO, audio.as(1, 1, (long) count * info.samplesPerFrame())).run();
        turn = 1 - turn;
        frames += count;
    }

    @Override
    public void close() {
        for (var turn : turns) turn.close();
        states.forEach(RowBuffer::close);
        codes.close();
        position.close();
        audio.close();
    }
}
