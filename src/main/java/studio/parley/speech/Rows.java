package studio.parley.speech;

import java.nio.FloatBuffer;
import studio.parley.onnx.Binding;
import studio.parley.onnx.KvCache;
import studio.parley.onnx.Tensor;

/**
 * The working memory of one session: the KV cache, what every row of it holds, and the tensors between the two networks. Rows of
 * the tensors go with rows of the cache. Not thread-safe.
 */
final class Rows implements AutoCloseable {
    /** Positions fed at once: enough that weights are read once for many, little enough that attention's workspace stays small. */
    static final int CHUNK = 256;

    private final ModelInfo info;
    private final KvCache cache;
    private final Positions[] held;
    private final Binding backbone;
    private final Tensor fed;
    private final Tensor lengths;
    private final Tensor longest = Tensor.ints(1);
    private final Tensor hidden;
    private final Tensor logits;

    Rows(ModelInfo info, Backbone network, int rows, KvCache.Place place) {
        this.info = info;
        this.cache = network.cache(rows, place);
        this.backbone = network.graph().bind();
        this.held = new Positions[rows];
        for (int r = 0; r < rows; r++) held[r] = new Positions(info.codebooks());
        this.fed = Tensor.longs(Math.max(CHUNK, rows), info.codebooks());
        this.lengths = Tensor.ints(rows);
        this.hidden = Tensor.floats(rows, info.backbone().width());
        this.logits = Tensor.floats(rows, info.audioVocabulary());
    }

    Positions held(int row) {
        return held[row];
    }

    Tensor hidden(int first, int count) {
        return hidden.rows(first, count);
    }

    /** Code 0's logits of a row; a live window. */
    FloatBuffer logits(int row) {
        return logits.rows(row, 1).floats();
    }

    /** As {@link #logits(int)}, checked, into {@code values}. */
    void logits(int row, float[] values) {
        logits(row).get(values);
        OutputCheck.numbers(backbone.file(), values);
    }

    /** Makes {@code row} hold exactly {@code wanted} from {@code kept} positions that it holds already; the last is always run. */
    void feed(int row, Positions wanted, int kept) {
        var from = Math.min(kept, wanted.length() - 1);
        held[row].truncate(from);
        for (int at = from; at < wanted.length(); at += CHUNK) {
            var end = Math.min(at + CHUNK, wanted.length());
            for (int p = at; p < end; p++) put(p - at, wanted, p);
            run(row, 1, end - at, end);
            held[row].addAll(wanted, at, end);
        }
    }

    /** Appends one frame to each of {@code count} rows from {@code first} on, all in one run. */
    void step(int first, int count, int[][] frames) {
        for (int r = 0; r < count; r++) {
            held[first + r].add(frames[r]);
            put(r, held[first + r], held[first + r].length() - 1);
        }
        int most = 0;
        for (int r = first; r < first + count; r++) most = Math.max(most, held[r].length());
        try {
            run(first, count, 1, most);
        } catch (RuntimeException e) {
            for (int r = first; r < first + count; r++) held[r].truncate(held[r].length() - 1);
            throw e;
        }
    }

    private void put(int slot, Positions from, int position) {
        var out = fed.longs();
        for (int k = 0; k < info.codebooks(); k++) out.put(slot * info.codebooks() + k, from.row(position, k));
    }

    private void run(int first, int count, int positions, int total) {
        var ends = lengths.rows(first, count).ints();
        for (int r = 0; r < count; r++) ends.put(r, (count == 1 ? total : held[first + r].length()) - 1);
        longest.ints().put(0, total);
        backbone.input(Signatures.ROWS, fed.as(count, positions, info.codebooks()))
                .input(Signatures.SEQLENS_K, lengths.rows(first, count)).input(Signatures.TOTAL_SEQUENCE_LENGTH, longest)
                .output(Signatures.HIDDEN, hidden.rows(first, count)).output(Signatures.LOGITS, logits.rows(first, count))
                .cache(cache, first, count).run();
    }

    /** Row {@code to} becomes the first {@code positions} of row {@code from}. */
    void copy(int from, int to, int positions) {
        cache.copy(from, to, positions);
        held[to].truncate(0);
        held[to].addAll(held[from], 0, positions);
    }

    /** Row {@code to} becomes row {@code from} with its last outputs, ready to draw from. */
    void copyReady(int from, int to) {
        copy(from, to, held[from].length());
        copyRow(hidden, from, to);
        copyRow(logits, from, to);
    }

    void swap(int a, int b) {
        if (a == b) return;
        cache.swap(a, b, Math.max(held[a].length(), held[b].length()));
        var one = held[a];
        held[a] = held[b];
        held[b] = one;
    }

    /** As {@link #swap}, for a row that has outputs which {@code a} should keep after the exchange. */
    void swapReady(int a, int b) {
        swap(a, b);
        swapRow(hidden, a, b);
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
        for (var t : new Tensor[] {fed, lengths, longest, hidden, logits}) t.close();
    }
}
