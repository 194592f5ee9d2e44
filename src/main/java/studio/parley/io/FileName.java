package studio.parley.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Names of files within the limit of file systems: 255 bytes (of UTF-8; the strictest of the common ones). */
public final class FileName {
    /** The maximum length of a file or folder name in bytes. */
    public static final int LONGEST = 255;

    private FileName() {}

    public static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A sibling named like the file with a suffix; a name that would be too long is shortened and stays unique to the file. */
    public static Path beside(Path file, String suffix) {
        var name = file.getFileName().toString();
        if (bytes(name + suffix) <= LONGEST) return file.resolveSibling(name + suffix);
        var tail = "-" + Sha256.hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, 8) + suffix;
        return file.resolveSibling(shortened(name, LONGEST - bytes(tail)) + tail);
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
