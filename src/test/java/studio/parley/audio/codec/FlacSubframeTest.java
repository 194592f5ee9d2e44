package studio.parley.audio.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Subframes written down bit by bit as RFC 9639, 9.2, has them: those that encoders seldom make are here, too. */
class FlacSubframeTest {
    private static long[] read(int n, int bits, String... written) {
        var digits = String.join("", written).replace(" ", "");
        var bytes = new byte[digits.length() / 8 + 2];
        for (int i = 0; i < digits.length(); i++) if (digits.charAt(i) == '1') bytes[i / 8] |= (byte) (0x80 >> i % 8);
        var out = new long[n];
        Arrays.fill(out, 99);
        FlacSubframe.read(new BitReader(bytes, 0, bytes.length), out, n, bits);
        return out;
    }

    private static void damaged(int n, int bits, String... written) {
        assertThrows(BitReader.Damaged.class, () -> read(n, bits, written), String.join("", written));
    }

    @Test
    void oneValueForAll() {
        assertArrayEquals(new long[] {-3, -3, -3}, read(3, 4, "0 000000 0", "1101"));
    }

    @Test
    void everyValueByItself() {
        assertArrayEquals(new long[] {7, -8, 0}, read(3, 4, "0 000001 0", "0111 1000 0000"));
    }

    /** Bits that are zero in all samples are left out: unary, one less. */
    @Test
    void wastedBits() {
        assertArrayEquals(new long[] {-12, -12}, read(2, 6, "0 000000 1 01", "1101"));
        assertArrayEquals(new long[] {2, -4, 4}, read(3, 4, "0 000001 1 1", "001 110 010"));
        assertArrayEquals(new long[] {-8}, read(1, 4, "0 000000 1 001", "1"));
        damaged(1, 4, "0 000000 1 0001", "1");
    }

    /** After 1 and 3 a straight line goes on to 5; from there 8 is 1 too many, and from there 10 is 1 too few. */
    @Test
    void fixedPredictors() {
        assertArrayEquals(new long[] {1, 3, 5, 8, 10}, read(5, 8, "0 001010 0", "00000001 00000011", "00 0000 0001", rice(1, 0, 1, -1)));
        assertArrayEquals(new long[] {5, -5}, read(2, 8, "0 001000 0", "00 0000 0011", rice(3, 5, -5)));
    }

    private static String rice(int parameter, int... values) {
        var out = new StringBuilder();
        for (int v : values) {
            int folded = v < 0 ? -2 * v - 1 : 2 * v;
            out.append("0".repeat(folded >> parameter)).append('1');
            for (int b = parameter - 1; b >= 0; b--) out.append(folded >> b & 1);
        }
        return out.toString();
    }

    /** Weights 2 and -1 over 2: with a shift of 1, half of 2a - b. */
    @Test
    void linearPredictors() {
        assertArrayEquals(new long[] {4, 6, 4, 2, 3}, read(5, 8, "0 100001 0", "00000100 00000110", "0010 00001", "010 111", "00 0000 0010", rice(2, 0, 1, 3)));
        damaged(5, 8, "0 100001 0", "00000100 00000110", "1111 00001", "0".repeat(80));
        damaged(5, 8, "0 100001 0", "00000100 00000110", "0010 11111", "0".repeat(80));
    }

    /** A partition may be written as plain numbers, even of no bits at all: 15 (or 31) stands for that. */
    @Test
    void partitionsOfTheirOwnKind() {
        assertArrayEquals(new long[] {1, -2, 3, -4}, read(4, 8, "0 001000 0", "00 0001", "1111 00100 0001 1110", "0010", rice(2, 3, -4)));
        assertArrayEquals(new long[] {1, -2, 3, -4}, read(4, 8, "0 001000 0", "01 0001", "11111 00100 0001 1110", "00010", rice(2, 3, -4)));
        assertArrayEquals(new long[] {0, 0}, read(2, 8, "0 001000 0", "00 0000", "1111 00000"));
    }

    @Test
    void whatNoEncoderWritesIsDamage() {
        for (int type : List.of(2, 7, 13, 31)) damaged(4, 8, "0 " + String.format("%6s", Integer.toBinaryString(type)).replace(' ', '0') + " 0", "0".repeat(99));
        damaged(1, 8, "0 001010 0", "0".repeat(99));
        damaged(4, 8, "0 001000 0", "10", "0".repeat(99));
        damaged(5, 8, "0 001000 0", "00 0001", "0".repeat(99));
        damaged(4, 8, "0 001010 0", "0".repeat(16), "00 0010", "0000" + "1".repeat(99));
        assertEquals(2, read(2, 8, "0 001010 0", "0".repeat(16), "00 0000 0000").length, "no residual at all");
    }
}
