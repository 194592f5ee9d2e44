package studio.parley.convert;

import java.nio.file.Path;
import studio.parley.io.Disk;
import studio.parley.io.FreeSpace;

/** Checks once, before the first byte of weights, whether all of them fit on the disk. */
final class SpaceCheck {
    private final Path folder;
    private boolean asked;

    SpaceCheck(Path folder) {
        this.folder = folder;
    }

    void require(long done, long total) {
        if (asked) return;
        asked = true;
        FreeSpace.require(Disk.parent(folder), total - done, "The model");
    }
}
