package studio.parley.convert.graph;

import java.util.List;

/** The standard operators as functions: the builder says where the node lies, the rest are its inputs. */
public final class Ops {
    private Ops() {}

    public static Value add(GraphBuilder b, Value x, Value y) {
        return b.node(Operator.Add, List.of(x, y));
    }

    public static Value sub(GraphBuilder b, Value x, Value y) {
        return b.node(Operator.Sub, List.of(x, y));
    }

    public static Value mul(GraphBuilder b, Value x, Value y) {
        return b.node(Operator.Mul, List.of(x, y));
    }

    public static Value div(GraphBuilder b, Value x, Value y) {
        return b.node(Operator.Div, List.of(x, y));
    }

    public static Value matMul(GraphBuilder b, Value x, Value y) {
        return b.node(Operator.MatMul, List.of(x, y));
    }

    public static Value cast(GraphBuilder b, Value x, DType to) {
        return b.node(Operator.Cast, List.of(x), Attr.of("to", (long) to.code()));
    }

    /** A new shape; 0 keeps a dimension, -1 is what is left. */
    public static Value reshape(GraphBuilder b, Value x, long... shape) {
        return b.node(Operator.Reshape, List.of(x, b.longs(shape)));
    }

    public static Value unsqueeze(GraphBuilder b, Value x, long... axes) {
        return b.node(Operator.Unsqueeze, List.of(x, b.longs(axes)));
    }

    public static Value transpose(GraphBuilder b, Value x, long... order) {
        return b.node(Operator.Transpose, List.of(x), Attr.of("perm", order));
    }

    /** Rows of {@code table} by index along {@code axis}. */
    public static Value gather(GraphBuilder b, Value table, Value indices, long axis) {
        return b.node(Operator.Gather, List.of(table, indices), Attr.of("axis", axis));
    }

    public static Value concat(GraphBuilder b, long axis, Value... values) {
        return b.node(Operator.Concat, List.of(values), Attr.of("axis", axis));
    }

    /** {@code from} to {@code to} along one axis; negative counts from the end, and {@link Long#MAX_VALUE} is the end. */
    public static Value slice(GraphBuilder b, Value x, long axis, long from, long to) {
        return slice(b, x, axis, b.longs(from), b.longs(to));
    }

    public static Value slice(GraphBuilder b, Value x, long axis, Value from, Value to) {
        return b.node(Operator.Slice, List.of(x, from, to, b.longs(axis)));
    }

    public static Value sum(GraphBuilder b, Value x, long axis, boolean keep) {
        return b.node(Operator.ReduceSum, List.of(x, b.longs(axis)), Attr.of("keepdims", keep ? 1L : 0L));
    }

    public static Value softmax(GraphBuilder b, Value x) {
        return b.node(Operator.Softmax, List.of(x), Attr.of("axis", -1L));
    }

    /** The first index of the largest value along the last axis, which goes away. */
    public static Value argMax(GraphBuilder b, Value x) {
        return b.node(Operator.ArgMax, List.of(x), Attr.of("axis", -1L), Attr.of("keepdims", 0L));
    }

    public static Value where(GraphBuilder b, Value condition, Value yes, Value no) {
        return b.node(Operator.Where, List.of(condition, yes, no));
    }

    /** The size of one dimension, as a vector of one. */
    public static Value size(GraphBuilder b, Value x, long axis) {
        return b.node(Operator.Shape, List.of(x), Attr.of("start", axis), Attr.of("end", axis + 1));
    }

    /** 0, 1, … below a vector of one. */
    public static Value range(GraphBuilder b, Value count) {
        var limit = b.node(Operator.Reshape, List.of(count, b.longs()));
        return b.node(Operator.Range, List.of(b.scalar(0), limit, b.scalar(1)));
    }
}
