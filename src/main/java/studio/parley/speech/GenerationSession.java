package studio.parley.speech;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import studio.parley.onnx.RowBuffer;
import studio.parley.problem.Problem;
import studio.parley.speech.model.ModelInfo;

/**
 * A conversation with the model: remembers its context, so that the next line costs only what is new. Every begin finds the longest prefix
 * that some row already contains (including frames the model generated itself, unless in a batch; none is ever encoded again) and feeds the
 * rest. Retaking a line feeds one position; several takes of one prompt feed it once.
 *
 * <p>The codes of a request are the same whatever the session did before. Only whether it was generated in a batch of several (or as such a
 * batch generates it) makes a difference; see {@link #begin(List, StopRule, boolean)}.
 *
 * <p>There is one more row than requested: {@link #prepare} fills it with what will remain after the next eviction, and when that happens,
 * the line starts from there instead of feeding half a window.
 *
 * <p>One thread at a time; one {@link Generation} at a time (a new one ends the previous one). Close it to free its memory.
 */
public final class GenerationSession implements AutoCloseable {
    private final ModelInfo info;
    private final PromptLayout prompt;
    private final int size;
    private final BackboneRunner rows;
    private final FrameSampler drawing;
    private BitSet used = new BitSet();
    private int generation;

    GenerationSession(ModelInfo info, PromptLayout prompt, Backbone backbone, DepthDecoder depth, int size, RowBuffer.Place place) {
        if (size < 1) throw new IllegalArgumentException("a session needs a row");
        this.info = info;
        this.prompt = prompt;
        this.size = size;
        this.rows = new BackboneRunner(info, backbone, size + 1, place);
        this.drawing = new FrameSampler(info, depth, size);
    }

    /** Maximum number of rows that are generated at once. */
    public int rows() {
        return size;
    }

    /** One line; see {@link #begin(List, StopRule, boolean)}. */
    public Generation begin(GenerationRequest request) {
        return begin(List.of(request));
    }

    public Generation begin(List<GenerationRequest> requests) {
        return begin(requests, StopRule.ALL_ZERO, requests.size() > 1);
    }

    /**
     * Feeds what is new of every request's prompt; afterwards each row is ready to generate its first frame. The rows of one begin share
     * depth top-k and whether the depth decoder is greedy.
     *
     * @param together whether each is computed as part of a batch, which rounds differently: required for several; for one, it gives
     * exactly the codes that it would have in any batch
     * @throws Problem if a prompt and its frames exceed the model's context; nothing is ever truncated silently
     */
    public Generation begin(List<GenerationRequest> requests, StopRule rule, boolean together) {
        check(requests);
        if (requests.size() > 1 && !together) throw new IllegalArgumentException("several requests are always made together");
        var prompts = requests.stream().map(r -> prompt.line(r.context(), r.speaker(), r.text())).toList();
        for (int i = 0; i < prompts.size(); i++) fits(prompts.get(i), requests.get(i));
        var fed = new ArrayList<Integer>();
        var first = together ? 0 : best(prompts.getFirst(), 0, size + 1);
        for (int i = 0; i < prompts.size(); i++) fed.add(seat(first, i, prompts));
        used = new BitSet();
        used.set(first, first + requests.size());
        return new Generation(this, ++generation, first, requests, rule, together, fed);
    }

    /**
     * Feeds {@code context} to the spare row, as far as no row contains it: call it between lines with {@link ContextWindow.Fit#upcoming},
     * and an upcoming eviction costs nothing. Costs one position of feeding per position of speech, at a time when nobody waits.
     */
    public void prepare(List<ContextTurn> context) {
        var wanted = prompt.context(context);
        if (wanted.length() == 0 || wanted.length() > info.context()) return;
        var best = best(wanted, 0, size + 1);
        var have = rows.held(best).commonPrefix(wanted);
        if (have == wanted.length()) return;
        var spare = spare(wanted);
        if (rows.held(spare).commonPrefix(wanted) < have) rows.copy(best, spare, have);
        rows.feed(spare, wanted, rows.held(spare).commonPrefix(wanted));
    }

    BackboneRunner memory() {
        return rows;
    }

    FrameSampler drawing() {
        return drawing;
    }

    ModelInfo info() {
        return info;
    }

    PromptLayout prompt() {
        return prompt;
    }

    int generation() {
        return generation;
    }

    /** Gives request {@code i} its row with its prompt; returns how many positions were fed. */
    private int seat(int first, int i, List<InputPositions> prompts) {
        var wanted = prompts.get(i);
        var row = first + i;
        for (int j = 0; j < i; j++) {
            if (same(wanted, prompts.get(j))) {
                rows.copyReady(first + j, row);
                return 0;
            }
        }
        var best = best(wanted, row, size + 1);
        var earlier = best(wanted, 0, row);
        var kept = rows.held(best).commonPrefix(wanted);
        if (earlier < row && rows.held(earlier).commonPrefix(wanted) > kept) {
            kept = rows.held(earlier).commonPrefix(wanted);
            rows.copy(earlier, row, kept);
        } else {
            rows.swap(row, best);
        }
        rows.feed(row, wanted, kept);
        return wanted.length() - Math.min(kept, wanted.length() - 1);
    }

    private static boolean same(InputPositions a, InputPositions b) {
        return a.length() == b.length() && a.commonPrefix(b) == a.length();
    }

    /** The row from {@code from} to {@code end} that contains most of {@code wanted}, the first of equals. */
    private int best(InputPositions wanted, int from, int end) {
        int best = from;
        int most = -1;
        for (int r = from; r < end; r++) {
            var common = rows.held(r).commonPrefix(wanted);
            if (common > most) {
                most = common;
                best = r;
            }
        }
        return best;
    }

    /** The row outside the last generation that contains most of {@code wanted}. */
    private int spare(InputPositions wanted) {
        int best = used.nextClearBit(0);
        for (int r = best + 1; r < size + 1; r++) {
            if (!used.get(r) && rows.held(r).commonPrefix(wanted) > rows.held(best).commonPrefix(wanted)) best = r;
        }
        return best;
    }

    private void check(List<GenerationRequest> requests) {
        if (requests.isEmpty() || requests.size() > size) {
            throw new IllegalArgumentException(requests.size() + " requests for " + size + " rows");
        }
        var one = requests.getFirst().sampling();
        for (var r : requests) {
            var s = r.sampling();
            if (s.depthTopK() != one.depthTopK() || (s.depthTemperature() == 0) != (one.depthTemperature() == 0)) {
                throw new IllegalArgumentException("rows spoken together share depth top-k and whether they are greedy");
            }
        }
    }

    private void fits(InputPositions wanted, GenerationRequest request) {
        var needed = wanted.length() + request.maxFrames();
        if (needed > info.context()) {
            throw Problem.input("A line needs " + wanted.length() + " tokens of context and up to " + request.maxFrames()
                    + " for its speech, but the model's context is "  + info.context()
                    + ". Use less context or a lower maximum length.");
        }
    }

    @Override
    public void close() {
        rows.close();
        drawing.close();
    }
}
