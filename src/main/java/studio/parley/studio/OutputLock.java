package studio.parley.studio;

import java.io.IOException;
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
import studio.parley.io.Sha256;
import studio.parley.problem.Problem;

/**
 * The lock on one output, held by one Parley process at a time; the system releases it when that process dies. One byte of one file in the
 * cache represents each output, so that no lock files are left next to outputs.
 */
final class OutputLock implements AutoCloseable {
    /** Closing any channel of a file releases all locks this process has on it (POSIX): one channel per file, kept open. */
    private static final Map<Path, FileChannel> CHANNELS = new HashMap<>();
    private static final long MASK = (1L << 40) - 1;

    private final Optional<FileLock> lock;
    /** A file that exists only for the lock and is deleted with it. */
    private final Optional<Path> own;

    private OutputLock(Optional<FileLock> lock, Optional<Path> own) {
        this.lock = lock;
        this.own = own;
    }

    /**
     * Takes the lock for a real path. On file systems without locks it does nothing.
     *
     * @throws Problem if another process has it
     */
    static OutputLock take(Path cache, Path output) {
        try {
            var lock = channel(cache.resolve("outputs.lock")).tryLock(position(output), 1, false);
            if (lock == null) throw busy(output);
            return new OutputLock(Optional.of(lock), Optional.empty());
        } catch (OverlappingFileLockException e) {
            throw busy(output);
        } catch (IOException e) {
            return new OutputLock(Optional.empty(), Optional.empty());
        }
    }

    /**
     * Takes the lock for one of Parley's own folders, with a file in it: also against a Parley process with another cache.
     *
     * @throws Problem if another process has it
     */
    static OutputLock inside(Path folder) {
        var file = folder.resolve("lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock != null) return new OutputLock(Optional.of(lock), Optional.of(file));
            channel.close();
            throw busy(folder);
        } catch (OverlappingFileLockException e) {
            throw busy(folder);
        } catch (IOException e) {
            return new OutputLock(Optional.empty(), Optional.empty());
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        synchronized (CHANNELS) {
            var known = CHANNELS.get(file);
            if (known != null && known.isOpen() && Files.exists(file)) return known;
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            CHANNELS.put(file, fresh);
            return fresh;
        }
    }

    private static long position(Path output) {
        return Long.parseUnsignedLong(Sha256.hex(output.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16), 16) & MASK;
    }

    private static Problem busy(Path output) {
        return Problem.input("Another Parley process is writing " + output + ". Wait until it is done, or choose another output.");
    }

    @Override
    public void close() {
        lock.ifPresent(l -> {
            try {
                if (own.isPresent()) Files.deleteIfExists(own.get());
                l.release();
                if (own.isPresent()) l.acquiredBy().close();
            } catch (IOException e) {
                // Released with its channel.
            }
        });
    }
}
