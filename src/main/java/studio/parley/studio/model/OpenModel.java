package studio.parley.studio.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import studio.parley.io.ProcessLock;
import studio.parley.io.Sha256;
import studio.parley.io.WriteTarget;
import studio.parley.studio.settings.AppDirectories;

/** Which model folders are open, in any Parley of this user, so that none is removed while it is used. */
public final class OpenModel implements AutoCloseable {
    private final Optional<ProcessLock> lock;

    private OpenModel(Optional<ProcessLock> lock) {
        this.lock = lock;
    }

    /** Marks a folder as open. Where locks are not possible it marks nothing. */
    static OpenModel mark(AppDirectories directories, Path folder) {
        try {
            return new OpenModel(ProcessLock.shared(file(directories, folder)));
        } catch (IOException noLocks) {
            return new OpenModel(Optional.empty());
        }
    }

    /** Runs an action for which the folder must not be open; returns whether it was run. */
    public static boolean unlessOpen(AppDirectories directories, Path folder, Runnable action) {
        try (var alone = ProcessLock.alone(file(directories, folder)).orElse(null)) {
            if (alone == null) return false;
        } catch (IOException noLocks) {
            // Then nobody could mark it as open either.
        }
        action.run();
        return true;
    }

    private static Path file(AppDirectories directories, Path folder) throws IOException {
        return directories.openModels().resolve(Sha256.hex(WriteTarget.real(folder).toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16));
    }

    @Override
    public void close() {
        lock.ifPresent(ProcessLock::close);
    }
}
