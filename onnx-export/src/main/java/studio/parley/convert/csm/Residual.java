package studio.parley.convert.csm;

import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;

/** The residual stream as a sum that is not yet added: its value and a branch; the next norm adds them. */
record Residual(ValueRef stream, ValueRef branch) {
    /** A normalised value and the sum it was computed from. */
    record Normed(ValueRef value, ValueRef sum) {}

    static Residual start(ValueRef x) {
        return new Residual(x, ValueRef.NONE);
    }

    Normed norm(CsmGraphContext language, GraphBuilder b, String key, String tensor, double epsilon) {
        var weight = language.vector(b, key, tensor);
        var eps = Attributes.of("epsilon", (float) epsilon);
        if (branch.equals(ValueRef.NONE)) {
            var simple = b.node(Operator.SimplifiedLayerNormalization, List.of(stream, weight), Attributes.of("axis", -1L), eps, Attributes.of("stash_type", 1L));
            return new Normed(simple, stream);
        }
        var out = b.nodes(Operator.SkipSimplifiedLayerNormalization, 4, List.of(stream, branch, weight), eps);
        b.drop(out.get(1));
        b.drop(out.get(2));
        return new Normed(out.get(0), out.get(3));
    }
}
