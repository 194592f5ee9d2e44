package studio.parley.audio.codec;

import org.jspecify.annotations.Nullable;

/**
 * What the silent first frame of an MP3 ("Xing" or "Info", with LAME's extension) says about padding samples.
 *
 * @param delay samples the encoder added at the start, -1 if not stated
 * @param padding samples it added at the end
 */
record LameTag(int delay, int padding) {
    /** Samples any layer III decoder adds at the start. */
    static final int DECODER_DELAY = 529;

    /** The tag in the frame at {@code at}, or null if this is an ordinary frame. */
    static @Nullable LameTag find(byte[] b, int at, boolean mpeg1, int channels) {
        int tag = at + 4 + (mpeg1 ? (channels == 1 ? 17 : 32) : channels == 1 ? 9 : 17);
        if (tag + 8 > b.length || !(is(b, tag, "Xing") || is(b, tag, "Info"))) return null;
        int flags = b[tag + 7];
        int counts = 4 * Integer.bitCount(flags & 0b1011);
        int lame = tag + 8 + counts + ((flags & 4) != 0 ? 100 : 0);
        if (lame + 24 > b.length || !(is(b, lame, "LAME") || is(b, lame, "Lavc") || is(b, lame, "Lavf"))) return new LameTag(-1, 0);
        int at21 = lame + 21;
        int delay = (b[at21] & 0xff) << 4 | (b[at21 + 1] & 0xff) >> 4;
        int padding = (b[at21 + 1] & 15) << 8 | b[at21 + 2] & 0xff;
        return new LameTag(delay, padding);
    }

    private static boolean is(byte[] b, int at, String text) {
        for (int i = 0; i < 4; i++) if (b[at + i] != text.charAt(i)) return false;
        return true;
    }
}
