package studio.parley.convert.mimi;

import static studio.parley.convert.graph.OnnxOps.add;

import java.util.List;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;

/** The convolutional halves of Mimi, module by module as numbered in the checkpoint; {@code causal} determines what precedes a signal. */
record Seanet(MimiGraphContext codec, Causal causal) {
    /** How a causal convolution treats the start of its signal: padded with zeros, or continuing a stream. */
    interface Causal {
        ValueRef convolve(GraphBuilder b, Convolution convolution, ValueRef x);
    }

    /** [1,1,N] to [1,hidden,ceil(N / hop)]. */
    ValueRef encode(GraphBuilder root, ValueRef audio) {
        var sizes = codec.sizes();
        int index = 0;
        var x = convolve(root.at("layers.0"), "encoder.layers.0.conv", sizes.kernelSize(), 1, 1, audio);
        for (var ratio : sizes.upsamplingRatios().reversed()) {
            for (int j = 0; j < sizes.numResidualLayers(); j++) x = residual(root, "encoder.layers." + ++index, j, x);
            index += 2;
            var here = root.at("layers." + index);
            x = convolve(here, "encoder.layers." + index + ".conv", 2 * ratio, ratio, 1, elu(here, x));
        }
        index += 2;
        var last = root.at("layers." + index);
        return convolve(last, "encoder.layers." + index + ".conv", sizes.lastKernelSize(), 1, 1, elu(last, x));
    }

    /** How a stream passes through a transposed convolution. */
    interface Upsampling {
        ValueRef apply(GraphBuilder b, Convolution convolution, int groups, ValueRef x);
    }

    /** [B,hidden,L] to [B,1,L * hop]. */
    ValueRef decode(GraphBuilder root, ValueRef x, Upsampling upsampling) {
        var sizes = codec.sizes();
        int index = 0;
        x = convolve(root.at("layers.0"), "decoder.layers.0.conv", sizes.kernelSize(), 1, 1, x);
        for (var ratio : sizes.upsamplingRatios()) {
            index += 2;
            var here = root.at("layers." + index);
            var convolution = new Convolution(codec, "decoder.layers." + index + ".conv", 2 * ratio, ratio, 1);
            x = upsampling.apply(here, convolution, 1, elu(here, x));
            for (int j = 0; j < sizes.numResidualLayers(); j++) x = residual(root, "decoder.layers." + ++index, j, x);
        }
        index += 2;
        var last = root.at("layers." + index);
        return convolve(last, "decoder.layers." + index + ".conv", sizes.lastKernelSize(), 1, 1, elu(last, x));
    }

    /** {@code x + conv1x1(ELU(conv(ELU(x))))}, with increasing dilation. */
    private ValueRef residual(GraphBuilder root, String name, int number, ValueRef x) {
        var here = root.at(name.substring(name.indexOf('.') + 1)).at("block");
        int dilation = (int) Math.pow(codec.sizes().dilationGrowthRate(), number);
        var inner = convolve(here, name + ".block.1.conv", codec.sizes().residualKernelSize(), 1, dilation, elu(here, x));
        return add(here, x, convolve(here, name + ".block.3.conv", 1, 1, 1, elu(here, inner)));
    }

    private ValueRef convolve(GraphBuilder b, String name, int kernel, int stride, int dilation, ValueRef x) {
        return causal.convolve(b, new Convolution(codec, name, kernel, stride, dilation), x);
    }

    private static ValueRef elu(GraphBuilder b, ValueRef x) {
        return b.node(Operator.Elu, List.of(x));
    }
}
