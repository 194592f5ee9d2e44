package studio.parley.convert.csm;

import static studio.parley.convert.graph.OnnxOps.cast;
import static studio.parley.convert.graph.OnnxOps.div;
import static studio.parley.convert.graph.OnnxOps.mul;
import static studio.parley.convert.graph.OnnxOps.softmax;
import static studio.parley.convert.graph.OnnxOps.sub;
import static studio.parley.convert.graph.OnnxOps.sum;
import static studio.parley.convert.graph.OnnxOps.unsqueeze;
import static studio.parley.convert.graph.OnnxOps.where;

import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;

/**
 * Samples one code per row by inverse CDF from one uniform number: {@code z = logits / T}; z below the k-th largest are dropped (ties
 * stay); the code is the first index whose cumulative probability exceeds {@code u * total}. A greedy row is the same with k = 1, u = 0 and
 * T = 1: the first of the largest logits; so greedy decoding needs no additional operators.
 *
 * <p>Every operator has a CUDA kernel for its types (docs/decisions/0030). ArgMax of integers has none; since cumulative sums never fall, the
 * number of sums that do not exceed the bound is the same index.
 */
final class CodeSampler {
    /** The largest u: closer to 1, {@code u * total} may round up to the total, which no sum exceeds. */
    private static final float BELOW_ONE = 0.9999998f;
    private final ValueRef temperature;
    private final ValueRef sorted;
    private final ValueRef threshold;
    private final ValueRef noise;

    /**
     * Shapes as in docs/model-folder.md; everything that is the same for all codes is computed here, once.
     *
     * @param sorted how many of the largest logits are sorted, at least {@code topK}. CUDA's TopK needs it in host memory and sorts all anyway
     */
    CodeSampler(GraphBuilder b, ValueRef noise, ValueRef temperature, ValueRef greedy, ValueRef topK, ValueRef sorted) {
        var rows = unsqueeze(b, greedy, 1, 2);
        this.sorted = sorted;
        this.temperature = where(b, rows, b.number(1), unsqueeze(b, temperature, 1, 2));
        this.threshold = where(b, rows, b.scalar(0), sub(b, topK, b.scalar(1)));
        var bounded = b.node(Operator.Min, List.of(noise, b.number(BELOW_ONE)));
        this.noise = where(b, unsqueeze(b, greedy, 1), b.number(0), bounded);
    }

    /** Code of step {@code step} from logits [B,1,V], as int64 [B,1]. */
    ValueRef code(GraphBuilder b, ValueRef logits, int step) {
        var z = div(b, logits, temperature);
        var largest = b.nodes(Operator.TopK, 2, List.of(z, sorted), Attributes.of("axis", -1L)).getFirst();
        var least = b.node(Operator.GatherElements, List.of(largest, threshold), Attributes.of("axis", 2L));
        var kept = where(b, b.node(Operator.GreaterOrEqual, List.of(z, least)), z, b.number(Float.NEGATIVE_INFINITY));
        var sums = b.node(Operator.CumSum, List.of(softmax(b, kept), b.scalar(2)));
        var total = b.node(Operator.ReduceMax, List.of(sums, b.longs(2)), Attributes.of("keepdims", 1L));
        var bound = mul(b, total, uniform(b, step));
        var passed = cast(b, b.node(Operator.LessOrEqual, List.of(sums, bound)), DType.FLOAT);
        return cast(b, sum(b, passed, 2, false), DType.INT64);
    }

    /** [B,1,1] */
    private ValueRef uniform(GraphBuilder b, int step) {
        var column = b.node(Operator.Gather, List.of(noise, b.longs(step)), Attributes.of("axis", 1L));
        return unsqueeze(b, column, 2);
    }
}
