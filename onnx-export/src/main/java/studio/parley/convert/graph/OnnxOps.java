package studio.parley.convert.graph;

import java.util.List;

/** The standard operators as functions: the builder determines the address of the node, the rest are its inputs. */
public final class OnnxOps {
    private OnnxOps() {}

    public static ValueRef add(GraphBuilder b, ValueRef x, ValueRef y) {
        return b.node(Operator.Add, List.of(x, y));
    }

    public static ValueRef sub(GraphBuilder b, ValueRef x, ValueRef y) {
        return b.node(Operator.Sub, List.of(x, y));
    }

    public static ValueRef mul(GraphBuilder b, ValueRef x, ValueRef y) {
        return b.node(Operator.Mul, List.of(x, y));
    }

    public static ValueRef div(GraphBuilder b, ValueRef x, ValueRef y) {
        return b.node(Operator.Div, List.of(x, y));
    }

    public static ValueRef matMul(GraphBuilder b, ValueRef x, ValueRef y) {
        return b.node(Operator.MatMul, List.of(x, y));
    }

    public static ValueRef cast(GraphBuilder b, ValueRef x, DType to) {
        return b.node(Operator.Cast, List.of(x), Attributes.of("to", (long) to.code()));
    }

    /** A new shape; 0 keeps a dimension, -1 is inferred. */
    public static ValueRef reshape(GraphBuilder b, ValueRef x, long... shape) {
        return b.node(Operator.Reshape, List.of(x, b.longs(shape)));
    }

    public static ValueRef unsqueeze(GraphBuilder b, ValueRef x, long... axes) {
        return b.node(Operator.Unsqueeze, List.of(x, b.longs(axes)));
    }

    public static ValueRef transpose(GraphBuilder b, ValueRef x, long... order) {
        return b.node(Operator.Transpose, List.of(x), Attributes.of("perm", order));
    }

    /** Rows of {@code table} by index along {@code axis}. */
    public static ValueRef gather(GraphBuilder b, ValueRef table, ValueRef indices, long axis) {
        return b.node(Operator.Gather, List.of(table, indices), Attributes.of("axis", axis));
    }

    public static ValueRef concat(GraphBuilder b, long axis, ValueRef... values) {
        return b.node(Operator.Concat, List.of(values), Attributes.of("axis", axis));
    }

    /** {@code from} to {@code to} along one axis; negative counts from the end, and {@link Long#MAX_VALUE} is the end. */
    public static ValueRef slice(GraphBuilder b, ValueRef x, long axis, long from, long to) {
        return slice(b, x, axis, b.longs(from), b.longs(to));
    }

    public static ValueRef slice(GraphBuilder b, ValueRef x, long axis, ValueRef from, ValueRef to) {
        return b.node(Operator.Slice, List.of(x, from, to, b.longs(axis)));
    }

    public static ValueRef sum(GraphBuilder b, ValueRef x, long axis, boolean keep) {
        return b.node(Operator.ReduceSum, List.of(x, b.longs(axis)), Attributes.of("keepdims", keep ? 1L : 0L));
    }

    public static ValueRef softmax(GraphBuilder b, ValueRef x) {
        return b.node(Operator.Softmax, List.of(x), Attributes.of("axis", -1L));
    }

    /** The first index of the largest value along the last axis, which is removed. */
    public static ValueRef argMax(GraphBuilder b, ValueRef x) {
        return b.node(Operator.ArgMax, List.of(x), Attributes.of("axis", -1L), Attributes.of("keepdims", 0L));
    }

    public static ValueRef where(GraphBuilder b, ValueRef condition, ValueRef yes, ValueRef no) {
        return b.node(Operator.Where, List.of(condition, yes, no));
    }

    /** The size of one dimension, as a vector of one. */
    public static ValueRef size(GraphBuilder b, ValueRef x, long axis) {
        return b.node(Operator.Shape, List.of(x), Attributes.of("start", axis), Attributes.of("end", axis + 1));
    }

    /** 0, 1, … below a vector of one. */
    public static ValueRef range(GraphBuilder b, ValueRef count) {
        var limit = b.node(Operator.Reshape, List.of(count, b.longs()));
        return b.node(Operator.Range, List.of(b.scalar(0), limit, b.scalar(1)));
    }
}
