package studio.parley.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import studio.parley.problem.Problem;

/**
 * The folder of this process for temporary files: below Parley's cache, readable by its user only. A lock next to it, which the system
 * releases when the process ends for whatever reason, shows that it is in use; the next process removes those that are not. Thread-safe.
 */
public final class TempFolder implements AutoCloseable {
    private static final String LOCK = ".lock";
    private static final SecureRandom NAMES = new SecureRandom();
    /** A process that opens and closes its own lock file loses the lock (POSIX), so these are not touched. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();
    private static @Nullable TempFolder process;

    private final Path path;
    private final FileChannel channel;

    private TempFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** The one of this process; created again if somebody has emptied the cache. */
    public static synchronized Path ofProcess() {
        var parent = AppFolders.ofUser().cache().resolve("tmp");
        if (process == null || !process.path.startsWith(parent) || !Files.isDirectory(process.path)) {
            process = open(parent);
            Runtime.getRuntime().addShutdownHook(new Thread(process::close, "parley-temporary-files"));
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
            while (true) {
                var found = tryOpen(parent.resolve(Long.toHexString(NAMES.nextLong())));
                if (found.isPresent()) return found.get();
            }
        } catch (IOException e) {
            throw refused(parent, e);
        }
    }

    Path path() {
        return path;
    }

    /** The lock is created first and removed last, so a folder without one is never in use. Empty if a sweep took the lock meanwhile. */
    private static Optional<TempFolder> tryOpen(Path path) throws IOException {
        var lock = lockOf(path);
        OWN.add(lock);
        var channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (isTaken(channel) || !Files.exists(lock)) {
            channel.close();
            return Optional.empty();
        }
        createPrivate(path);
        return Optional.of(new TempFolder(path, channel));
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
            for (var lock : all) if (!OWN.contains(lock)) sweepOne(lock);
        }
    }

    private static void sweepOne(Path lock) {
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) return;
            var name = lock.getFileName().toString();
            Disk.remove(lock.resolveSibling(name.substring(0, name.length() - LOCK.length())));
            Files.deleteIfExists(lock);
        } catch (IOException | Problem e) {
            // What cannot be removed now is tried again at the next start.
        }
    }

    /** Locks it unless another process has it; on file systems without locks, nobody can sweep either. */
    private static boolean isTaken(FileChannel channel) {
        try {
            return channel.tryLock() == null;
        } catch (IOException noLocks) {
            return false;
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
            Files.deleteIfExists(lockOf(path));
            channel.close();
        } catch (IOException inUse) {
            // The system releases the lock when the process ends.
        }
    }
}
