package studio.parley.convert.mimi;

import static studio.parley.convert.graph.OnnxOps.add;
import static studio.parley.convert.graph.OnnxOps.concat;
import static studio.parley.convert.graph.OnnxOps.div;
import static studio.parley.convert.graph.OnnxOps.mul;
import static studio.parley.convert.graph.OnnxOps.range;
import static studio.parley.convert.graph.OnnxOps.reshape;
import static studio.parley.convert.graph.OnnxOps.slice;
import static studio.parley.convert.graph.OnnxOps.sub;
import static studio.parley.convert.graph.OnnxOps.transpose;
import static studio.parley.convert.graph.OnnxOps.unsqueeze;

import java.util.List;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.weights.MimiConfig;

/**
 * Windowed attention over a whole signal in memory that is linear in its length: positions are padded to whole blocks of W, and each block
 * sees itself and the previous block. Query i of a block sees key m of those 2W if {@code i < m <= i + W}. Padded positions come last and
 * are seen by no real position.
 */
final class BlockWindow implements MimiTransformer.Window {
    private final MimiConfig sizes;
    private final ValueRef blocks;
    private final ValueRef length;
    private final ValueRef mask;

    /** @param length int64 [1]: positions of the signal */
    BlockWindow(GraphBuilder b, MimiConfig sizes, ValueRef length) {
        this.sizes = sizes;
        this.length = length;
        int w = sizes.slidingWindow();
        this.blocks = div(b, add(b, length, b.longs(w - 1)), b.longs(w));
        var key = range(b, b.longs(2L * w));
        var query = unsqueeze(b, range(b, b.longs(w)), 1);
        var near = b.node(Operator.And, List.of(b.node(Operator.Greater, List.of(key, query)),
                b.node(Operator.LessOrEqual, List.of(key, add(b, query, b.scalar(w))))));
        var block = mul(b, unsqueeze(b, range(b, blocks), 1, 2, 3), b.scalar(w));
        var begun = b.node(Operator.GreaterOrEqual, List.of(add(b, block, key), b.scalar(w)));
        this.mask = AttentionHeads.mask(b, b.node(Operator.And, List.of(near, begun)));
    }

    /** [1,S,width] padded to whole blocks. */
    ValueRef fill(GraphBuilder b, ValueRef x) {
        var missing = sub(b, filled(b), length);
        var pads = concat(b, 0, b.longs(0, 0, 0, 0), missing, b.longs(0));
        return b.node(Operator.Pad, List.of(x, pads));
    }

    /** Back to the signal's length. */
    ValueRef cut(GraphBuilder b, ValueRef x) {
        return slice(b, x, 1, b.longs(0), length);
    }

    /** int64 [1,S] of the padded signal. */
    ValueRef positions(GraphBuilder b) {
        return unsqueeze(b, range(b, filled(b)), 0);
    }

    private ValueRef filled(GraphBuilder b) {
        return mul(b, blocks, b.longs(sizes.slidingWindow()));
    }

    @Override
    public ValueRef attend(GraphBuilder b, int layer, ValueRef q, ValueRef k, ValueRef v) {
        var attended = AttentionHeads.attend(b, transpose(b, split(b, q), 0, 2, 1, 3), pairs(b, k), pairs(b, v), mask, sizes.headDim());
        return reshape(b, transpose(b, attended, 0, 2, 1, 3), 1, -1, (long) sizes.heads() * sizes.headDim());
    }

    /** [blocks,W,heads,D] */
    private ValueRef split(GraphBuilder b, ValueRef x) {
        return reshape(b, x, -1, sizes.slidingWindow(), sizes.heads(), sizes.headDim());
    }

    /** Each block with the previous one: [blocks,heads,2W,D]. */
    private ValueRef pairs(GraphBuilder b, ValueRef x) {
        var here = split(b, x);
        var nothing = b.node(Operator.Expand, List.of(b.number(0), b.longs(1, sizes.slidingWindow(), sizes.heads(), sizes.headDim())));
        var before = concat(b, 0, nothing, slice(b, here, 0, 0, -1));
        return transpose(b, concat(b, 1, before, here), 0, 2, 1, 3);
    }
}
