package studio.parley.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import studio.parley.problem.Problem;

/** Whether something large fits on a disk, asked before it is written. */
public final class FreeSpace {
    /** A margin for small files and for what other programs write meanwhile. */
    private static final long SPARE = 64L << 20;

    private FreeSpace() {}

    /**
     * @param folder an existing folder on that disk
     * @param what needs the space, beginning a sentence
     * @throws Problem if there is less free
     */
    public static void require(Path folder, long bytes, String what) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (bytes <= 0 || free >= bytes + SPARE) return;
            throw Problem.disk(what + " needs " + text(bytes) + ", but the disk of " + folder + " has " + text(free)
                    + " free. Free up space or choose another folder.", null);
        } catch (IOException unknown) {
            // Some file systems do not report it; then writing will show.
        }
    }

    /** A size for people: 36 MB, 6.2 GB. */
    public static String text(long bytes) {
        return bytes < 1_000_000_000 ? Math.ceilDiv(bytes, 1_000_000) + " MB" : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
