package studio.parley.audio.codec;

/** The tag at the start of MP3 (and sometimes other) files. */
final class Id3 {
    private Id3() {}

    /** Size of an ID3v2 tag at the start of {@code head} in bytes, including its header and a footer; 0 if there is none. */
    static long size(byte[] head) {
        if (head.length < 10 || head[0] != 'I' || head[1] != 'D' || head[2] != '3') return 0;
        long size = 10 + ((head[6] & 127) << 21 | (head[7] & 127) << 14 | (head[8] & 127) << 7 | head[9] & 127);
        return (head[5] & 0x10) != 0 ? size + 10 : size;
    }
}
