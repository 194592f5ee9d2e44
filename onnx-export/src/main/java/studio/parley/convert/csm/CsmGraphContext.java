package studio.parley.convert.csm;

import static studio.parley.convert.graph.OnnxOps.cast;

import java.util.function.Supplier;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.matrix.Payloads;
import studio.parley.convert.weights.Weights;

/** Shared by the graphs of the language networks: tensors, their form, the file they are written to, the device. */
record CsmGraphContext(Weights weights, WeightFile file, PrecisionPlan recipe, Target target) {
    /** A small vector (the weight of a norm, a RoPE table) in the type the graph computes in. */
    ValueRef vector(GraphBuilder b, String key, Supplier<float[]> values, long... dims) {
        var type = target.activations();
        return b.stored(Payloads.values(file, type == DType.FLOAT16 ? key + ".f16" : key, values, type, dims));
    }

    ValueRef vector(GraphBuilder b, String key, String tensor) {
        return vector(b, key, () -> weights.all(tensor), weights.count(tensor));
    }

    /** Converts an input to the type the graph computes in. */
    ValueRef inward(GraphBuilder b, ValueRef x) {
        return target.activations() == DType.FLOAT ? x : cast(b, x, target.activations());
    }

    ValueRef outward(GraphBuilder b, ValueRef x) {
        return target.activations() == DType.FLOAT ? x : cast(b, x, DType.FLOAT);
    }
}
