package studio.parley.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import studio.parley.problem.Problem;

/**
 * The real destination of a path.
 *
 * @param file the real file behind all links, existing or not; or the device or pipe itself
 * @param isReplaced whether a new file replaces it; a device or pipe is written to instead
 * @param isThere whether the file exists
 */
public record WriteTarget(Path file, boolean isReplaced, boolean isThere) {
    private static final int MOST_LINKS = 40;
    private static final int TYPE = 0170000;
    private static final int BLOCK_DEVICE = 0060000;

    /** @throws Problem if it must not be written to: a folder, a disk */
    public static WriteTarget of(Path named) throws IOException {
        var file = real(named);
        try {
            var is = Files.readAttributes(file, BasicFileAttributes.class);
            if (is.isDirectory()) throw Problem.input(named + " is an existing folder, so no file can be written there. Choose another file name.");
            if (isBlockDevice(file)) throw Problem.input(named + " is a disk, not a file. Choose a file on it.");
            if (!Files.isWritable(file)) throw new AccessDeniedException(file.toString());
            return new WriteTarget(file, is.isRegularFile(), true);
        } catch (NoSuchFileException e) {
            return new WriteTarget(file, true, false);
        }
    }

    /** The real path behind all links, whether the file exists or not; its folder must exist. */
    public static Path real(Path named) throws IOException {
        var file = named.toAbsolutePath();
        for (int i = 0; i < MOST_LINKS; i++) {
            try {
                return Files.readAttributes(file, BasicFileAttributes.class).isOther() ? file : file.toRealPath();
            } catch (NoSuchFileException e) {
                if (!Files.isSymbolicLink(file)) return folder(file).toRealPath().resolve(file.getFileName());
                file = folder(file).resolve(Files.readSymbolicLink(file));
            }
        }
        throw new FileSystemLoopException(named.toString());
    }

    /**
     * Whether two paths mean the same file, existing or not: through links, hard links, other spellings, and letter case if the file system
     * ignores it.
     */
    public static boolean isSame(Path a, Path b) {
        try {
            return Files.exists(a) && Files.exists(b) ? Files.isSameFile(a, b) : real(a).equals(real(b));
        } catch (IOException e) {
            return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
        }
    }

    /** Whether a path, existing or not, is a folder or inside it. */
    public static boolean isInside(Path place, Path folder) {
        for (var above = place.toAbsolutePath().normalize(); above != null; above = above.getParent()) {
            if (isSame(above, folder)) return true;
        }
        return false;
    }

    /** Whether a device or a pipe exists at this path. */
    public static boolean isSpecial(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isOther();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isBlockDevice(Path file) throws IOException {
        try {
            return Files.getAttribute(file, "unix:mode") instanceof Integer mode && (mode & TYPE) == BLOCK_DEVICE;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return false;   // no such thing on this system
        }
    }

    private static Path folder(Path file) throws IOException {
        var folder = file.getParent();
        if (folder == null) throw new NoSuchFileException(file.toString());
        return folder;
    }
}
