package studio.parley.io;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.problem.Problem;
import studio.parley.problem.ShutdownHook;

/**
 * The folder of this process for temporary files: below Parley's cache, readable by its user only. A lock next to it, which the system
 * releases when the process ends for whatever reason, shows that it is in use; the next process removes those that are not. Thread-safe.
 */
public final class TempFolder implements AutoCloseable {
    private static final String LOCK = ".lock";
    private static final SecureRandom NAMES = new SecureRandom();
    private static @Nullable TempFolder process;

    private final Path path;
    private final Optional<ProcessLock> lock;

    private TempFolder(Path path, Optional<ProcessLock> lock) {
        this.path = path;
        this.lock = lock;
    }

    /** The one of this process; created again if somebody has emptied the cache. */
    public static synchronized Path ofProcess() {
        var parent = AppFolders.ofUser().cache().resolve("tmp");
        if (process == null || !process.path.startsWith(parent) || !Files.isDirectory(process.path)) {
            process = open(parent);
            ShutdownHook.add(new Thread(process::close, "parley-temporary-files"));
        }
        return process.path;
    }

    /** A new folder of this process; the caller removes it. */
    public static Path folder() {
        var parent = ofProcess();
        try {
            return Files.createTempDirectory(parent, "");
        } catch (IOException e) {
            throw refused(parent, e);
        }
    }

    /** A new, empty file of this process; the caller removes it. */
    public static Path file(String suffix) {
        var parent = ofProcess();
        try {
            return Files.createTempFile(parent, "", suffix);
        } catch (IOException e) {
            throw refused(parent, e);
        }
    }

    /** Removes folders of ended processes in {@code parent} and creates a new one there. */
    static TempFolder open(Path parent) {
        try {
            Files.createDirectories(parent.toAbsolutePath().getParent());
            if (!Files.isDirectory(parent)) createPrivate(parent);
            sweep(parent);
            var path = parent.resolve(Long.toHexString(NAMES.nextLong()));
            // The lock is created first and removed last, so a folder without one is never in use.
            var lock = lock(path);
            createPrivate(path);
            return new TempFolder(path, lock);
        } catch (IOException e) {
            throw refused(parent, e);
        }
    }

    Path path() {
        return path;
    }

    /** Creates a folder, unless it exists, that only its user can enter. */
    static void createPrivate(Path folder) throws IOException {
        var posix = Files.getFileStore(folder.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] mode = posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
        try {
            Files.createDirectory(folder, mode);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) throw e;   // another Parley process was faster
        }
    }

    private static void sweep(Path parent) throws IOException {
        try (var all = Files.newDirectoryStream(parent, "*" + LOCK)) {
            for (var lock : all) sweepOne(lock);
        }
    }

    private static void sweepOne(Path file) {
        try (var lock = ProcessLock.alone(file).orElse(null)) {
            if (lock == null) return;
            var name = file.getFileName().toString();
            Disk.remove(file.resolveSibling(name.substring(0, name.length() - LOCK.length())));
            Files.deleteIfExists(file);
        } catch (IOException | Problem e) {
            // What cannot be removed now is tried again at the next start.
        }
    }

    /** On file systems without locks, nobody can sweep either. */
    private static Optional<ProcessLock> lock(Path folder) throws IOException {
        var file = lockOf(folder);
        try {
            return ProcessLock.alone(file);
        } catch (IOException e) {
            if (Files.exists(file)) return Optional.empty();
            throw e;
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private static Problem refused(Path folder, IOException e) {
        return Problem.disk("Could not create temporary files in " + folder + " (" + IoProblem.reason(e)
                + "). Check its permissions and the free space, or set PARLEY_HOME to another folder.", e);
    }

    /** Removes it if nobody uses it any more; what is in use is left for the next start. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            if (lock.isPresent()) lock.get().closeAndDelete();
            else Files.deleteIfExists(lockOf(path));
        } catch (IOException inUse) {
            // The system releases the lock when the process ends.
        }
    }
}
