package studio.parley.io;

import java.nio.charset.StandardCharsets;

/** Names of files within what file systems take: 255 bytes (of UTF-8; the tightest of the usual ones). */
public final class FileName {
    /** The longest name a file or folder can have, in bytes. */
    public static final int LONGEST = 255;

    private FileName() {}

    public static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The longest beginning that takes at most so many bytes, cut between characters. */
    public static String shortened(String name, int bytes) {
        int end = 0;
        for (int used = 0; end < name.length(); ) {
            int point = name.codePointAt(end);
            used += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (used > bytes) break;
            end += Character.charCount(point);
        }
        return name.substring(0, end);
    }
}
