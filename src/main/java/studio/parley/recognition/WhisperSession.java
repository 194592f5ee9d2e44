package studio.parley.recognition;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import studio.parley.onnx.Binding;
import studio.parley.onnx.ElementType;
import studio.parley.onnx.Tensor;

/**
 * One window of audio at a time, and the decoder's cache of the tokens fed so far. Owns native memory; belongs to one thread. Runs are cancelled as
 * {@link studio.parley.problem.Cancellation} says.
 */
final class WhisperSession implements AutoCloseable {
    /** Most tokens of one run, which bounds the memory of the logits. */
    private static final int RUN = 64;

    /** What the decoder says after one token; the arrays are overwritten by the next. */
    record Step(float[] logits, float[][] attention) {}

    private final WhisperInfo info;
    private final List<Tensor> owned = new ArrayList<>();
    private final LogMel logMel;
    private final Tensor mel;
    private final FloatBuffer melValues;
    private final Tensor tokens;
    private final Tensor position;
    private final Tensor logits;
    private final Tensor attention;
    /** Keys and values by turns: what one run writes, the next reads. */
    private final List<List<Tensor>> caches;
    /** What the decoder hears of the window. */
    private final List<FloatBuffer> cross = new ArrayList<>();
    private final Binding encoder;
    private final Binding decoder;
    private final Step step;
    private int fed;
    private int turn;

    WhisperSession(WhisperModel model) {
        this.info = model.info();
        this.logMel = new LogMel(info.melBins(), info.columns());
        this.mel = owned(ElementType.FLOAT, 1, info.melBins(), info.columns());
        this.melValues = mel.floats();
        this.tokens = owned(ElementType.INT64, 1, RUN);
        this.position = owned(ElementType.INT64, 1);
        this.logits = owned(ElementType.FLOAT, RUN, info.vocabulary());
        this.attention = owned(ElementType.FLOAT, info.alignmentHeads().size(), RUN, info.audioPositions());
        this.step = new Step(new float[info.vocabulary()], new float[info.alignmentHeads().size()][info.audioPositions()]);
        this.encoder = model.encoder().bind().input(RecogniserContract.MEL, mel);
        this.decoder = model.decoder().bind().input(RecogniserContract.POSITION, position);
        for (int i = 0; i < info.layers(); i++) {
            for (var name : List.of(RecogniserContract.CROSS_KEY + i, RecogniserContract.CROSS_VALUE + i)) {
                var sound = owned(ElementType.FLOAT, 1, info.heads(), info.audioPositions(), info.headSize());
                encoder.output(name, sound);
                decoder.input(name, sound);
                cross.add(sound.floats());
            }
        }
        this.caches = List.of(cache(), cache());
    }

    private List<Tensor> cache() {
        var out = new ArrayList<Tensor>();
        for (int i = 0; i < 2 * info.layers(); i++) out.add(owned(ElementType.FLOAT, 1, info.heads(), info.textPositions(), info.headSize()));
        return out;
    }

    private Tensor owned(ElementType type, long... shape) {
        var tensor = Tensor.zeros(type, shape);
        owned.add(tensor);
        return tensor;
    }

    /** The window is samples {@code from} to {@code to} of 16 kHz audio, then silence. */
    void listen(float[] audio, int from, int to) {
        logMel.write(audio, from, to, melValues);
        encoder.run();
        rewind();
    }

    /** Hears nothing from now on, not even silence: the decoder is left with what it knows of language. */
    void deafen() {
        var nothing = new float[info.audioPositions()];
        for (var values : cross) for (int i = 0; i < values.capacity(); i += nothing.length) values.put(i, nothing);
        rewind();
    }

    /** Forgets the tokens, not the audio. */
    void rewind() {
        fed = 0;
    }

    /** Tokens for which there is still room. */
    int room() {
        return info.textPositions() - fed;
    }

    /** Feeds tokens, at most {@link #room}; {@code each} is called once for every one, in order. */
    void feed(List<Integer> next, Consumer<Step> each) {
        for (int i = 0; i < next.size(); i += RUN) run(next.subList(i, Math.min(next.size(), i + RUN)), each);
    }

    private void run(List<Integer> next, Consumer<Step> each) {
        int count = next.size();
        for (int i = 0; i < count; i++) tokens.longs().put(i, next.get(i));
        position.longs().put(0, fed);
        decoder.input(RecogniserContract.TOKENS, tokens.as(1, count)).output(RecogniserContract.LOGITS, logits.as(1, count, info.vocabulary()))
                .output(RecogniserContract.ATTENTION, attention.as(info.alignmentHeads().size(), count, info.audioPositions()));
        bindCaches(count);
        decoder.run();
        fed += count;
        turn = 1 - turn;
        var heard = logits.floats();
        var seen = attention.floats();
        for (int i = 0; i < count; i++) {
            heard.get(i * info.vocabulary(), step.logits);
            for (int head = 0; head < step.attention.length; head++) seen.get((head * count + i) * info.audioPositions(), step.attention[head]);
            each.accept(step);
        }
    }

    private void bindCaches(int count) {
        var past = caches.get(turn);
        var present = caches.get(1 - turn);
        for (int i = 0; i < info.layers(); i++) {
            decoder.input(RecogniserContract.PAST_KEY + i, cached(past.get(2 * i), Math.max(1, fed)))
                    .input(RecogniserContract.PAST_VALUE + i, cached(past.get(2 * i + 1), Math.max(1, fed)))
                    .output(RecogniserContract.PRESENT_KEY + i, cached(present.get(2 * i), fed + count))
                    .output(RecogniserContract.PRESENT_VALUE + i, cached(present.get(2 * i + 1), fed + count));
        }
    }

    private Tensor cached(Tensor all, int positions) {
        return all.as(1, info.heads(), positions, info.headSize());
    }

    @Override
    public void close() {
        encoder.close();
        decoder.close();
        owned.forEach(Tensor::close);
    }
}
