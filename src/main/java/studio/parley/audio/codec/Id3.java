package studio.parley.audio.codec;

/** The tag in front of MP3 (and sometimes other) files. */
final class Id3 {
    private Id3() {}

    /** Bytes of an ID3v2 tag at the start of {@code head}, its own ten and a footer included; 0 when there is none. */
    static long size(byte[] head) {
        if (head.length < 10 || head[0] != 'I' || head[1] != 'D' || head[2] != '3') return 0;
        long size = 10 + ((head[6] & 127) << 21 | (head[7] & 127) << 14 | (head[8] & 127) << 7 | head[9] & 127);
        return (head[5] & 0x10) != 0 ? size + 10 : size;
    }
}
