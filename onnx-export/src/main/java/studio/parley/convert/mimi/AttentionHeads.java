package studio.parley.convert.mimi;

import static studio.parley.convert.graph.OnnxOps.add;
import static studio.parley.convert.graph.OnnxOps.matMul;
import static studio.parley.convert.graph.OnnxOps.mul;
import static studio.parley.convert.graph.OnnxOps.softmax;
import static studio.parley.convert.graph.OnnxOps.transpose;
import static studio.parley.convert.graph.OnnxOps.where;

import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.ValueRef;

/** Scaled dot-product attention on values split into heads. */
final class AttentionHeads {
    private AttentionHeads() {}

    /** {@code q} [..,H,S,D], {@code k} and {@code v} [..,H,L,D], {@code mask} added to the scores [..,H,S,L]. */
    static ValueRef attend(GraphBuilder b, ValueRef q, ValueRef k, ValueRef v, ValueRef mask, int headDim) {
        var scaled = mul(b, q, b.number((float) (1 / Math.sqrt(headDim))));
        var scores = matMul(b, scaled, transpose(b, k, 0, 1, 3, 2));
        return matMul(b, softmax(b, add(b, scores, mask)), v);
    }

    /** 0 where {@code allowed}, minus infinity elsewhere. */
    static ValueRef mask(GraphBuilder b, ValueRef allowed) {
        return where(b, allowed, b.number(0), b.number(Float.NEGATIVE_INFINITY));
    }
}
