package studio.parley.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lock file that one user of this machine holds alone, or several share; the system releases it when their process dies. Closing any channel
 * of a file releases all locks that the process has on it (POSIX), so there is one channel per file. Thread-safe.
 */
public final class ProcessLock implements AutoCloseable {
    private static final Map<Path, ProcessLock> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private int holders = 1;

    private ProcessLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Nothing if somebody has it, also in this process.
     *
     * @throws IOException if the file cannot be written, or the file system has no locks
     */
    public static Optional<ProcessLock> alone(Path file) throws IOException {
        return take(file, false);
    }

    /** Nothing if somebody has it alone. */
    public static Optional<ProcessLock> shared(Path file) throws IOException {
        return take(file, true);
    }

    private static Optional<ProcessLock> take(Path named, boolean shared) throws IOException {
        var file = named.toAbsolutePath().normalize();
        synchronized (HELD) {
            var held = HELD.get(file);
            if (held != null) {
                if (!shared || !held.lock.isShared()) return Optional.empty();
                held.holders++;
                return Optional.of(held);
            }
            Files.createDirectories(file.getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                var lock = channel.tryLock(0, Long.MAX_VALUE, shared);
                if (lock != null) {
                    HELD.put(file, new ProcessLock(file, channel, lock));
                    return Optional.of(HELD.get(file));
                }
            } catch (OverlappingFileLockException heldByOtherCode) {
                // As if another process had it.
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            channel.close();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        synchronized (HELD) {
            if (--holders > 0) return;
            HELD.remove(file);
            try {
                channel.close();
            } catch (IOException e) {
                // The system releases the lock when the process ends.
            }
        }
    }
}
