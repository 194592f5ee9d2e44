package studio.parley.convert.matrix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import studio.parley.convert.graph.ByteSink;
import studio.parley.convert.graph.DType;
import studio.parley.problem.Problem;

/** Floats as the bytes of a weight file. */
final class Bytes {
    private Bytes() {}

    static void put(ByteSink sink, String tensor, float[] values, int count, DType type) {
        sink.put(type == DType.FLOAT16 ? halves(tensor, values, count) : floats(values, count));
    }

    static ByteBuffer floats(float[] values, int count) {
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
