package studio.parley.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import studio.parley.problem.Problem;

/** Checks once, before the first byte of weights, whether all of them fit on the disk. */
final class SpaceCheck {
    /** A margin for graphs, the tokenizer and what other programs write meanwhile. */
    private static final long SPARE = 64L << 20;

    private final Path folder;
    private boolean asked;

    SpaceCheck(Path folder) {
        this.folder = folder;
    }

    void require(long done, long total) {
        if (asked) return;
        asked = true;
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free >= total - done + SPARE) return;
            throw new Problem(Problem.Kind.DISK, "The model needs " + size(total) + ", but the disk of " + folder.getParent()
                    + " has " + size(free) + " free. Free up space or choose another folder.");
        } catch (IOException unknown) {
            // Some file systems do not report it; then writing will show.
        }
    }

    private static String size(long bytes) {
        return bytes < 1_000_000_000 ? bytes / 1_000_000 + " MB" : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
