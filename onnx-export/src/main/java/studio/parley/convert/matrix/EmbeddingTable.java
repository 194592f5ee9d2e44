package studio.parley.convert.matrix;

import static studio.parley.convert.graph.OnnxOps.cast;
import static studio.parley.convert.graph.OnnxOps.gather;
import static studio.parley.convert.graph.OnnxOps.mul;
import static studio.parley.convert.graph.OnnxOps.reshape;
import static studio.parley.convert.graph.OnnxOps.slice;
import static studio.parley.convert.graph.OnnxOps.sub;

import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.ExternalTensor;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.ValueRef;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.quant.BlockQuantizer;

/** An embedding table whose rows a graph looks up by number. */
public sealed interface EmbeddingTable {
    /** Rows {@code from} to {@code to} as a separate table over the same bytes. */
    EmbeddingTable rows(long from, long to);

    /** Rows by number, in float32; {@code numbers} has {@code rank} dimensions, and the result one more. */
    ValueRef look(GraphBuilder b, ValueRef numbers, int rank);

    static EmbeddingTable floats(WeightFile file, String key, Matrix matrix, DType type) {
        return new Floats(Payloads.matrix(file, key, matrix, type));
    }

    static EmbeddingTable eightBits(WeightFile file, String key, Matrix matrix) {
        var blocks = BlockQuantizer.EIGHT.fitting(matrix.columns());
        var stored = Payloads.quantised(file, key, matrix, blocks);
        return new EightBits(matrix.columns(), blocks.perRow(matrix.columns()), stored.get(0), stored.get(1));
    }

    record Floats(ExternalTensor stored) implements EmbeddingTable {
        @Override
        public EmbeddingTable rows(long from, long to) {
            return new Floats(stored.rows(from, to));
        }

        @Override
        public ValueRef look(GraphBuilder b, ValueRef numbers, int rank) {
            var rows = gather(b, b.stored(stored), numbers, 0);
            return stored.type() == DType.FLOAT ? rows : cast(b, rows, DType.FLOAT);
        }
    }

    /** Rows of {@code width} numbers in 8 bits, {@code blocks} blocks per row, each with its scale. */
    record EightBits(int width, int blocks, ExternalTensor codes, ExternalTensor scales) implements EmbeddingTable {
        @Override
        public EmbeddingTable rows(long from, long to) {
            return new EightBits(width, blocks, codes.rows(from, to), scales.rows(from * blocks, to * blocks));
        }

        @Override
        public ValueRef look(GraphBuilder b, ValueRef numbers, int rank) {
            var steps = sub(b, cast(b, gather(b, b.stored(codes), numbers, 0), DType.FLOAT), b.number(128));
            var scale = gather(b, reshape(b, b.stored(scales), -1, blocks, 1), numbers, 0);
            var joined = new long[rank + 1];
            joined[rank] = -1;
            return slice(b, reshape(b, mul(b, steps, scale), joined), rank, 0, width);
        }
    }
}
