package studio.parley.speech;

import java.nio.FloatBuffer;
import studio.parley.onnx.Binding;
import studio.parley.onnx.ElementType;
import studio.parley.onnx.KvCache;
import studio.parley.onnx.RowBuffer;
import studio.parley.onnx.Tensor;
import studio.parley.speech.model.ModelContract;
import studio.parley.speech.model.ModelInfo;
import studio.parley.speech.model.OutputCheck;

/**
 * The working memory of one session: the KV cache, what every row of it contains, and the tensors between the two networks. Rows of the
 * tensors correspond to rows of the cache. Not thread-safe.
 *
 * <p>The content of a row is the same bit by bit, however it was computed (docs/decisions/0016): matrix products round a position that is
 * computed alone differently than one of a pair, so positions are only ever computed in even numbers.
 */
final class BackboneRunner implements AutoCloseable {
    /** Positions fed at once: enough to read the weights once for many, few enough to keep attention's workspace small. Even. */
    static final int CHUNK = 256;

    private final ModelInfo info;
    private final KvCache cache;
    private final InputPositions[] held;
    /** Frames added to a row in a batch, after its content: valid for the generation that makes them, not to be reused. */
    private final int[] stepped;
    private final Binding backbone;
    private final Tensor fed;
    private final Tensor lengths;
    private final Tensor longest = Tensor.ints(1);
    private final RowBuffer hidden;
    private final Tensor logits;

    BackboneRunner(ModelInfo info, Backbone network, int rows, RowBuffer.Place place) {
        this.info = info;
        this.cache = network.cache(rows, place);
        this.backbone = network.graph().bind();
        this.held = new InputPositions[rows];
        this.stepped = new int[rows];
        for (int r = 0; r < rows; r++) held[r] = new InputPositions(info.codebooks());
        this.fed = Tensor.longs(Math.max(CHUNK, rows), info.codebooks());
        this.lengths = Tensor.ints(rows);
        this.hidden = RowBuffer.of(network.graph(), place, ElementType.FLOAT, rows, info.backbone().width());
        this.logits = Tensor.floats(rows, info.audioVocabulary());
    }

    InputPositions held(int row) {
        return held[row];
    }

    /** The conditions of the next frames, row by row. */
    RowBuffer hidden() {
        return hidden;
    }

    /** Code 0's logits of a row; direct access. */
    FloatBuffer logits(int row) {
        return logits.rows(row, 1).floats();
    }

    /** Like {@link #logits(int)}, checked, into {@code values}. */
    void logits(int row, float[] values) {
        logits(row).get(values);
        OutputCheck.numbers(backbone.file(), values);
    }

    /**
     * Makes {@code row} contain exactly {@code wanted}, reusing the first {@code kept} positions; the last is always computed. An odd
     * number of new positions is made even by computing the one before them again, which changes nothing.
     */
    void feed(int row, InputPositions wanted, int kept) {
        var at = Math.min(kept, wanted.length() - 1);
        held[row].truncate(at);
        stepped[row] = 0;
        while (at < wanted.length()) {
            var end = Math.min(at + CHUNK, wanted.length());
            var odd = (end - at) % 2 == 1;
            if (odd && at == 0 && end > 1) end--;
            held[row].addAll(wanted, at, end);
            compute(row, at, odd && at > 0 ? at - 1 : at, end);
            at = end;
        }
    }

    /** Appends a frame to a row, as a pair with the position before it. */
    void step(int row, int[] frame) {
        held[row].add(frame);
        compute(row, held[row].length() - 1, held[row].length() - 2, held[row].length());
    }

    /** Computes positions {@code from} to {@code end} of a row; if that fails, the row contains {@code before}. */
    private void compute(int row, int before, int from, int end) {
        for (int p = from; p < end; p++) put(p - from, held[row], p);
        lengths.rows(row, 1).ints().put(0, end - 1);
        try {
            run(row, 1, end - from, end);
        } catch (RuntimeException e) {
            held[row].truncate(before);
            throw e;
        }
    }

    /**
     * Adds one frame to each of the rows from {@code first} on, all in one run; the next row makes an odd number even. The runtime computes
     * several rows only one position at a time, so the result is not part of the content of the rows.
     */
    void stepTogether(int first, int[][] frames) {
        int count = even(frames.length);
        int most = 0;
        for (int r = 0; r < count; r++) {
            int at = Math.min(held[first + r].length() + stepped[first + r], info.context() - 1);
            held[first + r].truncate(Math.min(held[first + r].length(), at));
            for (int k = 0; k < info.codebooks(); k++) fed.longs().put(r * info.codebooks() + k, frames[Math.min(r, frames.length - 1)][k]);
            if (r < frames.length) stepped[first + r]++;
            lengths.rows(first + r, 1).ints().put(0, at);
            most = Math.max(most, at + 1);
        }
        run(first, count, 1, most);
    }

    static int even(int count) {
        return count + count % 2;
    }

    private void put(int slot, InputPositions from, int position) {
        var out = fed.longs();
        for (int k = 0; k < info.codebooks(); k++) out.put(slot * info.codebooks() + k, from.row(position, k));
    }

    private void run(int first, int count, int positions, int total) {
        longest.ints().put(0, total);
        backbone.input(ModelContract.ROWS, fed.as(count, positions, info.codebooks()))
                .input(ModelContract.SEQLENS_K, lengths.rows(first, count)).input(ModelContract.TOTAL_SEQUENCE_LENGTH, longest)
                .output(ModelContract.HIDDEN, hidden, first, count).output(ModelContract.LOGITS, logits.rows(first, count))
                .cache(cache, first, count).run();
    }

    /** Copies the first {@code positions} of row {@code from} to row {@code to}. */
    void copy(int from, int to, int positions) {
        cache.copy(from, to, positions);
        stepped[to] = 0;
        held[to].truncate(0);
        held[to].addAll(held[from], 0, positions);
    }

    /** Copies row {@code from} with its last outputs to row {@code to}, ready for sampling. */
    void copyReady(int from, int to) {
        copy(from, to, held[from].length());
        hidden.copy(from, to);
        copyRow(logits, from, to);
    }

    void swap(int a, int b) {
        if (a == b) return;
        cache.swap(a, b, Math.max(held[a].length() + stepped[a], held[b].length() + stepped[b]));
        var one = held[a];
        held[a] = held[b];
        held[b] = one;
        int steps = stepped[a];
        stepped[a] = stepped[b];
        stepped[b] = steps;
    }

    /** Like {@link #swap}, for a row that has outputs which {@code a} should keep after the exchange. */
    void swapReady(int a, int b) {
        swap(a, b);
        hidden.swap(a, b);
        swapRow(logits, a, b);
    }

    private static void copyRow(Tensor t, int from, int to) {
        t.rows(to, 1).floats().put(t.rows(from, 1).floats());
    }

    private static void swapRow(Tensor t, int a, int b) {
        var spare = new float[t.rows(a, 1).count()];
        t.rows(a, 1).floats().get(spare);
        copyRow(t, b, a);
        t.rows(b, 1).floats().put(spare);
    }

    @Override
    public void close() {
        backbone.close();
        cache.close();
        hidden.close();
        for (var t : new Tensor[] {fed, lengths, longest, logits}) t.close();
    }
}
