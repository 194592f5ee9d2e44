package studio.parley.convert.matrix;

import static studio.parley.convert.graph.OnnxOps.cast;
import static studio.parley.convert.graph.OnnxOps.concat;
import static studio.parley.convert.graph.OnnxOps.mul;
import static studio.parley.convert.graph.OnnxOps.reshape;
import static studio.parley.convert.graph.OnnxOps.slice;
import static studio.parley.convert.graph.OnnxOps.sub;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import studio.parley.convert.graph.Attributes;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Operator;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.quant.BlockQuantizer;

/** A matrix of [outputs, inputs] stored under {@code key} in blocks of 4 or 8 bits. */
public record BlockMatrix(WeightFile file, String key, Matrix matrix, BlockQuantizer blocks) {
    private static final int LARGEST_CUDA_BLOCK = 128;

    /** 8 bits. */
    public BlockMatrix(WeightFile file, String key, Matrix matrix) {
        this(file, key, matrix, BlockQuantizer.EIGHT.fitting(matrix.columns()));
    }

    /** [·, inputs] to [·, outputs], computed with 8 bits; {@code bias} [outputs] is any value of the graph, or {@link ValueRef#NONE}. */
    public ValueRef times(GraphBuilder b, ValueRef x, ValueRef bias) {
        var stored = Payloads.quantised(file, key, matrix, blocks);
        return product(b, x, b.stored(stored.get(0)), b.stored(stored.get(1)), bias, blocks.size());
    }

    /** Like {@link #times} for {@code x} in float16. A block that is too large for CUDA's kernels is read as several with the same scale. */
    public ValueRef timesOnCard(GraphBuilder b, ValueRef x, ValueRef bias) {
        var stored = Payloads.quantised(file, key, matrix, blocks);
        int parts = Math.ceilDiv(blocks.size(), LARGEST_CUDA_BLOCK);
        var codes = stored.get(0).as(matrix.rows(), (long) parts * blocks.perRow(matrix.columns()), blocks.bytes() / parts);
        var scales = b.once(stored.get(1).key(), g -> {
            var half = cast(g, g.stored(stored.get(1)), DType.FLOAT16);
            return parts == 1 ? half : reshape(g, concat(g, 1, Collections.nCopies(parts, reshape(g, half, -1, 1)).toArray(ValueRef[]::new)), -1);
        });
        return product(b, x, b.stored(codes), scales, bias, blocks.size() / parts);
    }

    private ValueRef product(GraphBuilder b, ValueRef x, ValueRef codes, ValueRef scales, ValueRef bias, int block) {
        var inputs = new ArrayList<>(List.of(x, codes, scales));
        if (!bias.equals(ValueRef.NONE)) inputs.addAll(List.of(ValueRef.NONE, ValueRef.NONE, bias));
        return b.node(Operator.MatMulNBits, inputs, Attributes.of("K", matrix.columns()), Attributes.of("N", matrix.rows()),
                Attributes.of("bits", blocks.bits()), Attributes.of("block_size", block), Attributes.of("accuracy_level", 4));
    }

    /** The values as floats, of 8 bits only; the nodes that convert them are folded when ONNX Runtime loads the graph. */
    public ValueRef floats(GraphBuilder b, long... shape) {
        var stored = Payloads.quantised(file, key, matrix, blocks);
        return b.once(key, g -> {
            var codes = sub(g, cast(g, g.stored(stored.get(0)), DType.FLOAT), g.number(128));
            var scales = reshape(g, g.stored(stored.get(1)), matrix.rows(), blocks.perRow(matrix.columns()), 1);
            var rows = reshape(g, mul(g, codes, scales), matrix.rows(), -1);
            return reshape(g, slice(g, rows, 1, 0, matrix.columns()), shape);
        });
    }
}
