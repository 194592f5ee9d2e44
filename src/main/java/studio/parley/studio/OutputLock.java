package studio.parley.studio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import studio.parley.io.ProcessLock;
import studio.parley.io.Sha256;
import studio.parley.problem.Problem;

/**
 * The lock on one output, held by one Parley process at a time. One byte of one file in the cache represents each output, so that no lock files
 * are left next to outputs.
 *
 * @param lock nothing on file systems without locks
 * @param isFileOfItsOwn whether the file exists only for the lock and is deleted with it
 */
record OutputLock(Optional<ProcessLock> lock, boolean isFileOfItsOwn) implements AutoCloseable {
    private static final long MASK = (1L << 40) - 1;

    private interface Attempt {
        Optional<ProcessLock> take() throws IOException;
    }

    /**
     * Takes the lock for a real path.
     *
     * @throws Problem if another process has it
     */
    static OutputLock take(Path cache, Path output) {
        return new OutputLock(take(() -> ProcessLock.alone(cache.resolve("outputs.lock"), position(output)), output), false);
    }

    /**
     * Takes the lock for one of Parley's own folders, with a file in it: also against a Parley process with another cache.
     *
     * @throws Problem if another process has it
     */
    static OutputLock inside(Path folder) {
        return new OutputLock(take(() -> ProcessLock.alone(folder.resolve("lock")), folder), true);
    }

    private static Optional<ProcessLock> take(Attempt attempt, Path output) {
        try {
            return Optional.of(attempt.take().orElseThrow(() -> Problem.input("Another Parley process is writing " + output
                    + ". Wait until it is done, or choose another output.")));
        } catch (IOException noLocks) {
            return Optional.empty();
        }
    }

    private static long position(Path output) {
        return Long.parseUnsignedLong(Sha256.hex(output.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16), 16) & MASK;
    }

    @Override
    public void close() {
        lock.ifPresent(l -> {
            try {
                if (isFileOfItsOwn) l.closeAndDelete();
                else l.close();
            } catch (IOException e) {
                // An empty file is left.
            }
        });
    }
}
