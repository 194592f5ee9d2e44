package studio.parley.audio.codec;

/** The checksums of FLAC: CRC-8 (x^8+x^2+x+1) of a frame's header and CRC-16 (x^16+x^15+x^2+1) of the frame. */
final class FlacCrc {
    private static final int[] EIGHT = table(0x07, 8);
    private static final int[] SIXTEEN = table(0x8005, 16);

    private FlacCrc() {}

    private static int[] table(int polynomial, int width) {
        var table = new int[256];
        for (int i = 0; i < 256; i++) {
            int v = i << (width - 8);
            for (int k = 0; k < 8; k++) v = (v >> (width - 1) & 1) != 0 ? v << 1 ^ polynomial : v << 1;
            table[i] = v & (1 << width) - 1;
        }
        return table;
    }

    static int eight(byte[] b, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) crc = EIGHT[crc ^ b[i] & 0xff];
        return crc;
    }

    static int sixteen(byte[] b, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) crc = (crc << 8 ^ SIXTEEN[crc >> 8 ^ b[i] & 0xff]) & 0xffff;
        return crc;
    }
}
