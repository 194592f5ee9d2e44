package studio.parley.convert.safetensors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Element types of the format. Only the first four can hold weights; the rest are needed to check a header. */
public enum Dtype {
    F32(4), F16(2), BF16(2), F64(8),
    BOOL(1), U8(1), I8(1), F8_E4M3(1), F8_E5M2(1), I16(2), U16(2), I32(4), U32(4), I64(8), U64(8);

    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int bytes;

    Dtype(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /** Whether values of this type can be read as weights. */
    public boolean floating() {
        return ordinal() <= F64.ordinal();
    }

    /** {@code count} values found at byte {@code at} of {@code data}, little-endian and not aligned, rounded to float32. */
    void copy(MemorySegment data, long at, float[] into, int offset, int count) {
        switch (this) {
            case F32 -> MemorySegment.copy(data, FLOAT, at, into, offset, count);
            case F16 -> {
                for (int i = 0; i < count; i++) into[offset + i] = Float.float16ToFloat(data.get(SHORT, at + 2L * i));
            }
            case BF16 -> {
                for (int i = 0; i < count; i++) into[offset + i] = Float.intBitsToFloat(data.get(SHORT, at + 2L * i) << 16);
            }
            case F64 -> {
                for (int i = 0; i < count; i++) into[offset + i] = (float) data.get(DOUBLE, at + 8L * i);
            }
            case I8 -> {
                for (int i = 0; i < count; i++) into[offset + i] = data.get(ValueLayout.JAVA_BYTE, at + i);
            }
            case I16 -> {
                for (int i = 0; i < count; i++) into[offset + i] = data.get(SHORT, at + 2L * i);
            }
            case I32 -> {
                for (int i = 0; i < count; i++) into[offset + i] = data.get(INT, at + 4L * i);
            }
            default -> throw new IllegalStateException(this + " cannot be read");
        }
    }
}
