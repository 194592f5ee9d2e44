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
 * Where bytes for a name really go.
 *
 * @param file the real file behind all links, there or not yet; or the device or pipe itself
 * @param isReplaced whether a whole new file takes its place; a device or pipe is written into instead
 * @param isThere whether there is a file now
 */
record WriteTarget(Path file, boolean isReplaced, boolean isThere) {
    private static final int MOST_LINKS = 40;
    private static final int TYPE = 0170000;
    private static final int BLOCK_DEVICE = 0060000;

    /** @throws Problem for what must not be written to: a folder, a disk */
    static WriteTarget of(Path named) throws IOException {
        var file = named.toAbsolutePath();
        for (int i = 0; i < MOST_LINKS; i++) {
            try {
                return existing(named, file);
            } catch (NoSuchFileException e) {
                if (!Files.isSymbolicLink(file)) return new WriteTarget(folder(file).toRealPath().resolve(file.getFileName()), true, false);
                file = folder(file).resolve(Files.readSymbolicLink(file));
            }
        }
        throw new FileSystemLoopException(named.toString());
    }

    private static WriteTarget existing(Path named, Path file) throws IOException {
        var is = Files.readAttributes(file, BasicFileAttributes.class);
        if (is.isDirectory()) throw Problem.input(named + " is a folder. Name a file in it.");
        if (isBlockDevice(file)) throw Problem.input(named + " is a disk. Name a file on it.");
        if (!Files.isWritable(file)) throw new AccessDeniedException(file.toString());
        return is.isRegularFile() ? new WriteTarget(file.toRealPath(), true, true) : new WriteTarget(file, false, true);
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
