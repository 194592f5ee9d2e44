package studio.parley.convert.mimi;

import static studio.parley.convert.graph.OnnxOps.add;
import static studio.parley.convert.graph.OnnxOps.concat;
import static studio.parley.convert.graph.OnnxOps.range;
import static studio.parley.convert.graph.OnnxOps.reshape;
import static studio.parley.convert.graph.OnnxOps.slice;
import static studio.parley.convert.graph.OnnxOps.sub;
import static studio.parley.convert.graph.OnnxOps.transpose;
import static studio.parley.convert.graph.OnnxOps.unsqueeze;

import java.util.List;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.speech.model.ModelContract;

/**
 * Attention in a stream: each layer keeps the keys and values of the last W positions (newest last), and position q sees the keys
 * {@code q - W < j <= q}, including itself, however many positions a run has. In the buffer of W old and S new ones, key m of query i is
 * visible if {@code i < m <= i + W} and it is not from before the start of the stream.
 */
final class StreamWindow implements MimiTransformer.Window {
    private final GraphBuilder graph;
    private final MimiConfig sizes;
    private final ValueRef positions;
    private final ValueRef mask;

    /** @param start int64 [B]: the first new position of each row; {@code count} int64 [1]: their number */
    StreamWindow(GraphBuilder graph, GraphBuilder b, MimiConfig sizes, ValueRef start, ValueRef count) {
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
        this.mask = AttentionHeads.mask(b, b.node(Operator.And, List.of(near, begun)));
    }

    /** int64 [B,S] */
    ValueRef positions() {
        return positions;
    }

    @Override
    public ValueRef attend(GraphBuilder b, int layer, ValueRef q, ValueRef k, ValueRef v) {
        var keys = remember(b, ModelContract.pastKey(layer), ModelContract.nextKey(layer), split(b, k));
        var values = remember(b, ModelContract.pastValue(layer), ModelContract.nextValue(layer), split(b, v));
        var attended = AttentionHeads.attend(b, split(b, q), keys, values, mask, sizes.headDim());
        return reshape(b, transpose(b, attended, 0, 2, 1, 3), 0, 0, (long) sizes.heads() * sizes.headDim());
    }

    private ValueRef split(GraphBuilder b, ValueRef x) {
        return transpose(b, reshape(b, x, 0, 0, sizes.heads(), sizes.headDim()), 0, 2, 1, 3);
    }

    private ValueRef remember(GraphBuilder b, String before, String after, ValueRef fresh) {
        var past = graph.input(before, DType.FLOAT, "B", sizes.heads(), sizes.slidingWindow(), sizes.headDim());
        var all = concat(b, 2, past, fresh);
        var kept = slice(b, all, 2, -sizes.slidingWindow(), Long.MAX_VALUE);
        graph.output(after, kept, DType.FLOAT, "B", sizes.heads(), sizes.slidingWindow(), sizes.headDim());
        return all;
    }
}
