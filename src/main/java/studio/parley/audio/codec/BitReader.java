package studio.parley.audio.codec;

/** Reads the bits of an array, highest first. Reading past the end throws {@link Damaged}. */
final class BitReader {
    /** The stream is not valid; caught by the decoder that owns the reader. */
    static final class Damaged extends RuntimeException {
        Damaged(String why) {
            super(why, null, false, false);
        }
    }

    private final byte[] bytes;
    private final int end;
    private long bit;

    BitReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.end = end;
        this.bit = from * 8L;
    }

    /** Up to 56 bits as an unsigned number. */
    long bits(int count) {
        if (count == 0) return 0;
        int at = (int) (bit >> 3);
        int last = (int) ((bit + count - 1) >> 3);
        if (last >= end) throw new Damaged("ends early");
        long v = 0;
        for (int i = at; i <= last; i++) v = v << 8 | bytes[i] & 0xff;
        v >>>= (last + 1) * 8L - (bit + count);
        bit += count;
        return v & (-1L >>> (64 - count));
    }

    int number(int count) {
        return (int) bits(count);
    }

    /** A signed number, two's complement. */
    long signed(int count) {
        if (count == 0) return 0;
        return bits(count) << (64 - count) >> (64 - count);
    }

    /** The number of 0 bits before the next 1, which is read too. */
    int unary() {
        int zeros = 0;
        while (true) {
            int at = (int) (bit >> 3);
            if (at >= end) throw new Damaged("ends early");
            int inByte = (int) (bit & 7);
            int rest = bytes[at] << inByte & 0xff;
            if (rest != 0) {
                int lead = Integer.numberOfLeadingZeros(rest) - 24;
                bit += lead + 1;
                return zeros + lead;
            }
            zeros += 8 - inByte;
            bit += 8 - inByte;
        }
    }

    void toByte() {
        bit = (bit + 7) & ~7L;
    }

    /** The byte that contains the next bit. */
    int position() {
        return (int) (bit >> 3);
    }
}
