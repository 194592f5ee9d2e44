package studio.parley.convert.mimi;

import java.util.ArrayList;
import java.util.List;
import studio.parley.convert.graph.Attr;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.Value;

/**
 * One causal convolution of SEANet. {@code name} is its module in the checkpoint ({@code decoder.layers.0.conv}); a dilated
 * kernel spans {@code (kernel - 1) * dilation + 1} columns.
 */
record Convolution(Codec codec, String name, int kernel, int stride, int dilation) {
    /** Columns before the first that the kernel still sees. */
    int context() {
        return (kernel - 1) * dilation + 1 - stride;
    }

    /** Channels of the input. */
    int channels() {
        return Math.toIntExact(codec.weights().shape(Codec.PREFIX + name + ".weight")[1]);
    }

    /** [B,C,L] to [B,C',·] with zeros around it: {@code left} and {@code right} columns. */
    Value apply(GraphBuilder b, Value x, int left, int right) {
        return b.node(Operator.Conv, inputs(b, x), Attr.of("kernel_shape", new long[] {kernel}), Attr.of("strides", new long[] {stride}),
                Attr.of("dilations", new long[] {dilation}), Attr.of("pads", left, right));
    }

    /**
     * The whole signal at once: zeros for the context, and on the right enough that the last window is full. That is always
     * {@code stride - 1} columns, as windows that do not begin within {@code ceil(L / stride)} steps are left out anyway.
     */
    Value whole(GraphBuilder b, Value x) {
        return apply(b, x, context(), stride - 1);
    }

    private List<Value> inputs(GraphBuilder b, Value x) {
        var inputs = new ArrayList<>(List.of(x, codec.tensor(b, name + ".weight")));
        if (codec.has(name + ".bias")) inputs.add(codec.tensor(b, name + ".bias"));
        return inputs;
    }

    /** The same tensors as a transposed convolution, whose weights are [in, out / groups, kernel]. */
    Value transposed(GraphBuilder b, Value x, int groups, int left, int right) {
        return b.node(Operator.ConvTranspose, inputs(b, x), Attr.of("kernel_shape", new long[] {kernel}),
                Attr.of("strides", new long[] {stride}), Attr.of("group", groups), Attr.of("pads", left, right));
    }
}
