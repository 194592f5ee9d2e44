package studio.parley.audio.codec;

import java.util.Arrays;

/** Writes bits to bytes, highest first. */
final class BitWriter {
    private byte[] bytes = new byte[1 << 15];
    private int count;
    private long pending;
    private int bits;

    /** The lowest {@code width} bits of a value, at most 32. */
    void put(long value, int width) {
        pending = pending << width | value & (1L << width) - 1;
        bits += width;
        while (bits >= 8) {
            bits -= 8;
            if (count == bytes.length) bytes = Arrays.copyOf(bytes, 2 * count);
            bytes[count++] = (byte) (pending >> bits);
        }
    }

    /** {@code n} zeros and a one. */
    void unary(int n) {
        for (; n >= 24; n -= 24) put(0, 24);
        put(1, n + 1);
    }

    void align() {
        if (bits > 0) put(0, 8 - bits);
    }

    /** Whole bytes so far. */
    int size() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    void clear() {
        count = 0;
        bits = 0;
        pending = 0;
    }
}
