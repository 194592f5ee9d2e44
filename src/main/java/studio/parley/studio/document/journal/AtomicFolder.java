package studio.parley.studio.document.journal;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Supplier;
import studio.parley.io.Disk;
import studio.parley.problem.Problem;

/** Creates a folder completely or not at all: half a project (a full disk, a missing clip) would be of no use. */
public final class AtomicFolder {
    private AtomicFolder() {}

    public static void fill(Path folder, Runnable work) {
        fill(folder, () -> {
            work.run();
            return folder;
        });
    }

    /** Runs the work; if it fails, a folder that was not there before is removed. */
    public static <T> T fill(Path folder, Supplier<T> work) {
        boolean there = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (!there) remove(folder, e);
            throw e;
        }
    }

    private static void remove(Path folder, RuntimeException first) {
        try {
            Disk.remove(folder);
        } catch (Problem second) {
            first.addSuppressed(second);
        }
    }
}
