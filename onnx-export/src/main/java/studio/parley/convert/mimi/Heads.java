package studio.parley.convert.mimi;

import static studio.parley.convert.graph.Ops.add;
import static studio.parley.convert.graph.Ops.matMul;
import static studio.parley.convert.graph.Ops.mul;
import static studio.parley.convert.graph.Ops.softmax;
import static studio.parley.convert.graph.Ops.transpose;
import static studio.parley.convert.graph.Ops.where;

import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Value;

/** Scaled dot-product attention on values split into heads. */
final class Heads {
    private Heads() {}

    /** {@code q} [..,H,S,D], {@code k} and {@code v} [..,H,L,D], {@code mask} added to the scores [..,H,S,L]. */
    static Value attend(GraphBuilder b, Value q, Value k, Value v, Value mask, int headDim) {
        var scaled = mul(b, q, b.number((float) (1 / Math.sqrt(headDim))));
        var scores = matMul(b, scaled, transpose(b, k, 0, 1, 3, 2));
        return matMul(b, softmax(b, add(b, scores, mask)), v);
    }

    /** 0 where {@code allowed}, minus infinity elsewhere. */
    static Value mask(GraphBuilder b, Value allowed) {
        return where(b, allowed, b.number(0), b.number(Float.NEGATIVE_INFINITY));
    }
}
