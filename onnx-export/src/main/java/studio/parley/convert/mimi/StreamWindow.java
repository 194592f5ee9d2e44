package studio.parley.convert.mimi;

import static studio.parley.convert.graph.Ops.add;
import static studio.parley.convert.graph.Ops.concat;
import static studio.parley.convert.graph.Ops.range;
import static studio.parley.convert.graph.Ops.reshape;
import static studio.parley.convert.graph.Ops.slice;
import static studio.parley.convert.graph.Ops.sub;
import static studio.parley.convert.graph.Ops.transpose;
import static studio.parley.convert.graph.Ops.unsqueeze;

import java.util.List;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.Value;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.speech.Signatures;

/**
 * Attention in a stream: each layer keeps the keys and values of the last W positions (newest last), and position q sees the keys
 * {@code q - W < j <= q}, itself included, however many positions a run has. In the buffer of W old and S new ones, key m of query
 * i is seen when {@code i < m <= i + W} and it is not from before the stream's beginning.
 */
final class StreamWindow implements MimiTransformer.Window {
    private final GraphBuilder graph;
    private final MimiConfig sizes;
    private final Value positions;
    private final Value mask;

    /** @param start int64 [B]: the first new position of each row; {@code count} int64 [1]: how many there are */
    StreamWindow(GraphBuilder graph, GraphBuilder b, MimiConfig sizes, Value start, Value count) {
        this.graph = graph;
        this.sizes = sizes;
        var window = b.scalar(sizes.slidingWindow());
        var query = range(b, count);
        this.positions = add(b, unsqueeze(b, start, 1), query);
        var key = range(b, add(b, count, b.longs(sizes.slidingWindow())));
        var column = unsqueeze(b, query, 1);
        var near = b.node(Operator.And, List.of(b.node(Operator.Greater, List.of(key, column)),
                b.node(Operator.LessOrEqual, List.of(key, add(b, column, window)))));
        var begun = b.node(Operator.GreaterOrEqual, List.of(key, sub(b, window, unsqueeze(b, start, 1, 2, 3))));
        this.mask = Heads.mask(b, b.node(Operator.And, List.of(near, begun)));
    }

    /** int64 [B,S] */
    Value positions() {
        return positions;
    }

    @Override
    public Value attend(GraphBuilder b, int layer, Value q, Value k, Value v) {
        var keys = remember(b, Signatures.pastKey(layer), Signatures.nextKey(layer), split(b, k));
        var values = remember(b, Signatures.pastValue(layer), Signatures.nextValue(layer), split(b, v));
        var attended = Heads.attend(b, split(b, q), keys, values, mask, sizes.headDim());
        return reshape(b, transpose(b, attended, 0, 2, 1, 3), 0, 0, (long) sizes.heads() * sizes.headDim());
    }

    private Value split(GraphBuilder b, Value x) {
        return transpose(b, reshape(b, x, 0, 0, sizes.heads(), sizes.headDim()), 0, 2, 1, 3);
    }

    private Value remember(GraphBuilder b, String before, String after, Value fresh) {
        var past = graph.input(before, DType.FLOAT, "B", sizes.heads(), sizes.slidingWindow(), sizes.headDim());
        var all = concat(b, 2, past, fresh);
        var kept = slice(b, all, 2, -sizes.slidingWindow(), Long.MAX_VALUE);
        graph.output(after, kept, DType.FLOAT, "B", sizes.heads(), sizes.slidingWindow(), sizes.headDim());
        return all;
    }
}
