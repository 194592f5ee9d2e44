package studio.parley.studio.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/** One process at a time works on a project; the system frees the lock when that process dies, however it dies. */
final class ProjectLock implements AutoCloseable {
    private final FileChannel channel;

    private ProjectLock(FileChannel channel) {
        this.channel = channel;
    }

    static ProjectLock take(ProjectFolder folder) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            // The lock is on a byte behind the text, so that Windows lets others read who holds it.
            if (channel.tryLock(1 << 20, 1, false) == null) throw busy(folder.root(), channel);
            var text = ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            channel.truncate(0).write(text, 0);
            return new ProjectLock(channel);
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw Problem.input(folder.root() + " is open already in this Parley.");
        } catch (IOException e) {
            close(channel);
            throw IoProblem.of("write", folder.lock(), e);
        }
    }

    /** Refuses a project that another process works on, without leaving a trace in the folder. */
    static void refuseBusy(ProjectFolder folder) {
        if (!Files.isReadable(folder.lock())) return;
        try (var channel = FileChannel.open(folder.lock(), StandardOpenOption.READ)) {
            var free = channel.tryLock(1 << 20, 1, true);
            if (free == null) throw busy(folder.root(), channel);
        } catch (OverlappingFileLockException e) {
            throw Problem.input(folder.root() + " is open already in this Parley.");
        } catch (IOException e) {
            throw IoProblem.of("read", folder.lock(), e);
        }
    }

    private static Problem busy(Path root, FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        close(channel);
        var pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        return Problem.input(root + " is open in another Parley" + (pid.matches("\\d+") ? " (process " + pid + ")" : "") + ". Close it there first.");
    }

    private static void close(@org.jspecify.annotations.Nullable FileChannel channel) {
        try {
            if (channel != null) channel.close();
        } catch (IOException e) {
            // Nothing was written that could be lost.
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}
