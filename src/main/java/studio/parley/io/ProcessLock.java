package studio.parley.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lock that one user of this machine holds alone, or several share, on a file or on one byte of it; the system releases it when their process
 * dies. Closing any channel of a file releases all locks that the process has on it (POSIX), so there is one channel per file. Thread-safe.
 */
public final class ProcessLock implements AutoCloseable {
    private static final Map<Path, Opened> OPEN = new HashMap<>();

    /** A file, and what of it this process has locked, by the first byte. */
    private record Opened(Path file, FileChannel channel, Map<Long, ProcessLock> locks) {
        void closeUnused() throws IOException {
            if (!locks.isEmpty()) return;
            OPEN.remove(file, this);
            channel.close();
        }
    }

    private final Opened opened;
    private final FileLock lock;
    private int holders = 1;

    private ProcessLock(Opened opened, FileLock lock) {
        this.opened = opened;
        this.lock = lock;
    }

    /**
     * Nothing if somebody has it, also in this process. The folder is created when it is missing.
     *
     * @throws IOException if the file cannot be written, or the file system has no locks
     */
    public static Optional<ProcessLock> alone(Path file) throws IOException {
        return take(file, 0, Long.MAX_VALUE, false);
    }

    /** As {@link #alone(Path)}, of one byte only, which need not be in the file. */
    public static Optional<ProcessLock> alone(Path file, long position) throws IOException {
        return take(file, position, 1, false);
    }

    /** Nothing if somebody has it alone. */
    public static Optional<ProcessLock> shared(Path file) throws IOException {
        return take(file, 0, Long.MAX_VALUE, true);
    }

    /** Whether this process has a lock on the file. */
    public static boolean isOwn(Path file) throws IOException {
        synchronized (OPEN) {
            return OPEN.containsKey(real(file));
        }
    }

    /** Whether somebody has locked a byte, also in this process. Changes nothing; a file that cannot be read counts as free. */
    public static boolean isTaken(Path file, long position) throws IOException {
        synchronized (OPEN) {
            if (isOwn(file)) return true;
            if (!Files.isReadable(file)) return false;
            try (var channel = FileChannel.open(file, StandardOpenOption.READ); var free = channel.tryLock(position, 1, true)) {
                return free == null;
            }
        }
    }

    private static Optional<ProcessLock> take(Path named, long position, long size, boolean shared) throws IOException {
        Files.createDirectories(named.toAbsolutePath().getParent());
        var file = real(named);
        synchronized (OPEN) {
            while (true) {
                var opened = opened(file);
                var held = opened.locks.get(position);
                if (held != null) {
                    if (!shared || !held.lock.isShared()) return Optional.empty();
                    held.holders++;
                    return Optional.of(held);
                }
                try {
                    var lock = opened.channel.tryLock(position, size, shared);
                    if (lock == null) return Optional.empty();
                    // Whoever had it before may have deleted the file before this process locked it.
                    if (!Files.exists(file)) continue;
                    opened.locks.put(position, new ProcessLock(opened, lock));
                    return Optional.of(opened.locks.get(position));
                } catch (OverlappingFileLockException lockedInPart) {
                    return Optional.empty();
                } finally {
                    opened.closeUnused();
                }
            }
        }
    }

    /** A file that was deleted under its locks is replaced by a new one, as it is for every other process. */
    private static Opened opened(Path file) throws IOException {
        var known = OPEN.get(file);
        if (known != null && Files.exists(file)) return known;
        var fresh = new Opened(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), new HashMap<>());
        OPEN.put(file, fresh);
        return fresh;
    }

    /** One path for one file: by links, it would be opened and closed a second time. */
    private static Path real(Path file) throws IOException {
        return WriteTarget.real(file);
    }

    /** Replaces the text of the file, which others can read unless the bytes are locked. */
    public void write(String text) throws IOException {
        opened.channel.truncate(0).write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Releases the lock and deletes the file, which exists only for it. */
    public void closeAndDelete() throws IOException {
        try {
            // While it is locked: afterwards it may be the lock of another process.
            Files.deleteIfExists(opened.file);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            if (--holders > 0) return;
            opened.locks.values().remove(this);
            try {
                lock.release();
                opened.closeUnused();
            } catch (IOException e) {
                // The system releases the lock when the process ends.
            }
        }
    }
}
