package studio.parley.convert.mimi;

import java.util.ArrayList;
import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;

/**
 * One causal convolution of SEANet. {@code name} is its module in the checkpoint ({@code decoder.layers.0.conv}); a dilated
 * kernel spans {@code (kernel - 1) * dilation + 1} columns.
 */
record Convolution(MimiGraphContext codec, String name, int kernel, int stride, int dilation) {
    /** Columns before the first that the kernel covers. */
    int context() {
        return (kernel - 1) * dilation + 1 - stride;
    }

    /** Channels of the input. */
    int channels() {
        return Math.toIntExact(codec.weights().shape(MimiGraphContext.PREFIX + name + ".weight")[1]);
    }

    /** [B,C,L] to [B,C',·] with zeros around it: {@code left} and {@code right} columns. */
    ValueRef apply(GraphBuilder b, ValueRef x, int left, int right) {
        return b.node(Operator.Conv, inputs(b, x), Attributes.of("kernel_shape", new long[] {kernel}), Attributes.of("strides", new long[] {stride}),
                Attributes.of("dilations", new long[] {dilation}), Attributes.of("pads", left, right));
    }

    /**
     * The whole signal at once: zeros for the context, and enough at the right to complete the last window. That is always
     * {@code stride - 1} columns, because windows that do not begin within {@code ceil(L / stride)} steps are dropped anyway.
     */
    ValueRef whole(GraphBuilder b, ValueRef x) {
        return apply(b, x, context(), stride - 1);
    }

    private List<ValueRef> inputs(GraphBuilder b, ValueRef x) {
        var inputs = new ArrayList<>(List.of(x, codec.tensor(b, name + ".weight")));
        if (codec.has(name + ".bias")) inputs.add(codec.tensor(b, name + ".bias"));
        return inputs;
    }

    /** The same tensors as a transposed convolution, whose weights are [in, out / groups, kernel]. */
    ValueRef transposed(GraphBuilder b, ValueRef x, int groups, int left, int right) {
        return b.node(Operator.ConvTranspose, inputs(b, x), Attributes.of("kernel_shape", new long[] {kernel}),
                Attributes.of("strides", new long[] {stride}), Attributes.of("group", groups), Attributes.of("pads", left, right));
    }
}
