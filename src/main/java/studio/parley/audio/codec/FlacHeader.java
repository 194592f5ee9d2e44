package studio.parley.audio.codec;

import org.jspecify.annotations.Nullable;

/**
 * The header of a FLAC frame (RFC 9639, section 9.1) with a verified checksum.
 *
 * @param start number of the first sample, counted in the whole stream
 * @param blockSize samples per channel
 * @param rate frames per second
 * @param assignment 0..7: that many channels plus one; 8 left/side, 9 side/right, 10 mid/side
 * @param bits per sample
 * @param body where the subframes begin
 */
record FlacHeader(long start, int blockSize, int rate, int assignment, int bits, int body) {
    private static final int[] RATES = {0, 88200, 176400, 192000, 8000, 16000, 22050, 24000, 32000, 44100, 48000, 96000};
    private static final int[] BITS = {0, 8, 12, 0, 16, 20, 24, 32};

    int channels() {
        return assignment < 8 ? assignment + 1 : 2;
    }

    /** The header at {@code at}, or null if there is none. */
    static @Nullable FlacHeader at(byte[] b, int at, FlacInfo info) {
        if (at + 6 > b.length || b[at] != (byte) 0xff || (b[at + 1] & 0xfe) != 0xf8) return null;
        try {
            return parse(b, at, info);
        } catch (BitReader.Damaged notAFrame) {
            return null;
        }
    }

    private static @Nullable FlacHeader parse(byte[] b, int at, FlacInfo info) {
        var in = new BitReader(b, at, b.length);
        in.bits(15);
        boolean variable = in.bits(1) == 1;
        int sizeCode = in.number(4);
        int rateCode = in.number(4);
        int assignment = in.number(4);
        int bitsCode = in.number(3);
        in.bits(1);
        long number = codedNumber(in);
        int size = blockSize(in, sizeCode);
        int rate = rate(in, rateCode, info.rate());
        int bits = bitsCode == 0 ? info.bits() : BITS[bitsCode];
        int end = in.position();
        if (in.number(8) != FlacCrc.eight(b, at, end) || size == 0 || rate == 0 || bits == 0 || assignment > 10) return null;
        return new FlacHeader(variable ? number : number * info.blockSize(), size, rate, assignment, bits, end + 1);
    }

    /** UTF-8's scheme, extended to 36 bits. */
    private static long codedNumber(BitReader in) {
        int first = in.number(8);
        if (first < 0x80) return first;
        int more = Integer.numberOfLeadingZeros(~(first << 24)) - 1;
        if (more < 1 || more > 6) throw new BitReader.Damaged("frame number");
        long v = first & 0x3f >> more;
        for (int i = 0; i < more; i++) {
            int next = in.number(8);
            if ((next & 0xc0) != 0x80) throw new BitReader.Damaged("frame number");
            v = v << 6 | next & 0x3f;
        }
        return v;
    }

    private static int blockSize(BitReader in, int code) {
        return switch (code) {
            case 0 -> 0;
            case 1 -> 192;
            case 2, 3, 4, 5 -> 576 << code - 2;
            case 6 -> in.number(8) + 1;
            case 7 -> in.number(16) + 1;
            default -> 256 << code - 8;
        };
    }

    private static int rate(BitReader in, int code, int streamRate) {
        return switch (code) {
            case 0 -> streamRate;
            case 12 -> in.number(8) * 1000;
            case 13 -> in.number(16);
            case 14 -> in.number(16) * 10;
            case 15 -> 0;
            default -> RATES[code];
        };
    }
}
