package studio.parley.onnx;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads protobuf's wire format field by field from an untrusted file: {@code while (wire.next()) switch (wire.field())}. Invalid bytes
 * throw {@link Malformed}.
 */
final class ProtobufReader {
    /** Not protobuf, or truncated. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final ByteBuffer bytes;
    /** Offset of {@code bytes} in the file. */
    private final long base;
    private int field;
    private long number;
    private int from;
    private int length = -1;

    ProtobufReader(ByteBuffer bytes, long base) {
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.base = base;
    }

    /** Moves to the next field; false at the end. */
    boolean next() {
        if (!bytes.hasRemaining()) return false;
        try {
            long tag = varint();
            field = (int) (tag >>> 3);
            length = -1;
            switch ((int) tag & 7) {
                case 0 -> number = varint();
                case 1 -> number = bytes.getLong();
                case 2 -> skip(varint());
                case 5 -> number = bytes.getInt();
                default -> throw new Malformed();
            }
            return true;
        } catch (BufferUnderflowException e) {
            throw new Malformed();
        }
    }

    int field() {
        return field;
    }

    /** The value of a number field. */
    long number() {
        if (length >= 0) throw new Malformed();
        return number;
    }

    /** The bytes of a block field. */
    int length() {
        if (length < 0) throw new Malformed();
        return length;
    }

    /** Offset of such a block in the file. */
    long position() {
        return base + from;
    }

    String text() {
        var out = new byte[length()];
        bytes.get(from, out);
        return new String(out, StandardCharsets.UTF_8);
    }

    ProtobufReader message() {
        return new ProtobufReader(bytes.slice(from, length()), base + from);
    }

    private void skip(long count) {
        if (count < 0 || count > bytes.remaining()) throw new Malformed();
        from = bytes.position();
        length = (int) count;
        bytes.position(from + length);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = bytes.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) return value;
        }
        throw new Malformed();
    }
}
