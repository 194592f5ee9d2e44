package studio.parley.convert.matrix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Supplier;
import studio.parley.convert.graph.ByteSink;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.ExternalTensor;
import studio.parley.convert.graph.Payload;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.quant.BlockQuantizer;
import studio.parley.problem.Problem;

/** Declares matrices in a weight file, as floats or quantised; the values are read in pieces of a few megabytes. */
public final class Payloads {
    private static final int PIECE = 1 << 21;

    private Payloads() {}

    /** The matrix row by row, in float32 or float16. */
    public static ExternalTensor matrix(WeightFile file, String key, Matrix matrix, DType type) {
        return file.add(key, type, sinks -> {
            int step = step(matrix);
            var piece = new float[Math.min(step, matrix.rows()) * matrix.columns()];
            for (int row = 0; row < matrix.rows(); row += step) {
                int rows = Math.min(step, matrix.rows() - row);
                matrix.read(row, rows, 0, matrix.columns(), piece);
                put(sinks.getFirst(), key, piece, rows * matrix.columns(), type);
            }
        }, matrix.rows(), matrix.columns());
    }

    /** A small tensor, whose values are computed when the file is written. */
    public static ExternalTensor values(WeightFile file, String key, Supplier<float[]> values, DType type, long... dims) {
        return file.add(key, type, sinks -> {
            var all = values.get();
            put(sinks.getFirst(), key, all, all.length, type);
        }, dims);
    }

    /** A matrix of [outputs, inputs] in the format of MatMulNBits: codes [N, blocks, bytes] and scales [N * blocks]. */
    public static List<ExternalTensor> quantised(WeightFile file, String key, Matrix matrix, BlockQuantizer blocks) {
        int count = blocks.perRow(matrix.columns());
        var specs = List.of(new WeightFile.Spec(key + ".q" + blocks.bits(), DType.UINT8, matrix.rows(), count, blocks.bytes()),
                new WeightFile.Spec(key + ".scales" + blocks.bits(), DType.FLOAT, (long) matrix.rows() * count));
        Payload payload = sinks -> {
            int step = step(matrix);
            var piece = new float[Math.min(step, matrix.rows()) * matrix.columns()];
            for (int row = 0; row < matrix.rows(); row += step) {
                int rows = Math.min(step, matrix.rows() - row);
                matrix.read(row, rows, 0, matrix.columns(), piece);
                var quantised = blocks.quantise(piece, rows, matrix.columns());
                sinks.get(0).put(java.nio.ByteBuffer.wrap(quantised.codes()));
                sinks.get(1).put(floats(quantised.scales(), quantised.scales().length));
            }
        };
        return file.add(specs, payload);
    }

    private static int step(Matrix matrix) {
        return Math.max(1, PIECE / matrix.columns());
    }

    /** Floats as the bytes of a weight file. */
    private static void put(ByteSink sink, String tensor, float[] values, int count, DType type) {
        sink.put(type == DType.FLOAT16 ? halves(tensor, values, count) : floats(values, count));
    }

    private static ByteBuffer floats(float[] values, int count) {
        var bytes = ByteBuffer.allocate(count * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values, 0, count);
        return bytes;
    }

    private static ByteBuffer halves(String tensor, float[] values, int count) {
        var shorts = new short[count];
        for (int i = 0; i < count; i++) shorts[i] = Float.floatToFloat16(values[i]);
        for (int i = 0; i < count; i++) {
            if ((shorts[i] & 0x7c00) == 0x7c00) throw tooLarge(tensor, values[i]);
        }
        var bytes = ByteBuffer.allocate(count * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(shorts);
        return bytes;
    }

    private static Problem tooLarge(String tensor, float value) {
        return Problem.model("The tensor " + tensor + " contains " + value + ", which is out of range for 16 bits. Convert with --precision fp32.");
    }
}
