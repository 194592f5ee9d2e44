package studio.parley.studio.document.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/** Only one process at a time works on a project; the system releases the lock when that process ends, for whatever reason. */
final class ProjectLock implements AutoCloseable {
    /** The lock is on a byte after the text, so that Windows lets others read who holds it. */
    private static final long LOCKED_BYTE = 1 << 20;
    /** A process that opens and closes a file it has locked loses the lock (POSIX), so these are not touched. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel channel;

    private ProjectLock(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    static ProjectLock take(ProjectFolder folder) {
        var root = real(folder);
        if (!OWN.add(root)) throw own(folder);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) throw busy(folder.root(), channel);
            var text = ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            channel.truncate(0).write(text, 0);
            return new ProjectLock(root, channel);
        } catch (IOException e) {
            close(root, channel);
            throw IoProblem.of("write", folder.lock(), e);
        } catch (Problem busy) {
            close(root, channel);
            throw busy;
        }
    }

    /** Throws if the project is in use, without leaving a trace in the folder. */
    static void refuseBusy(ProjectFolder folder) {
        if (OWN.contains(real(folder))) throw own(folder);
        if (!Files.isReadable(folder.lock())) return;
        try (var channel = FileChannel.open(folder.lock(), StandardOpenOption.READ)) {
            if (channel.tryLock(LOCKED_BYTE, 1, true) == null) throw busy(folder.root(), channel);
        } catch (IOException e) {
            throw IoProblem.of("read", folder.lock(), e);
        }
    }

    private static Path real(ProjectFolder folder) {
        try {
            return folder.root().toRealPath();
        } catch (IOException e) {
            throw IoProblem.of("open", folder.root(), e);
        }
    }

    private static Problem own(ProjectFolder folder) {
        return Problem.input(folder.root() + " is already open in this window.");
    }

    private static Problem busy(Path root, FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        var pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        return Problem.input(root + " is open in another Parley process" + (pid.matches("\\d+") ? " (process " + pid + ")" : "") + ". Close it there first.");
    }

    private static void close(Path root, @Nullable FileChannel channel) {
        try {
            if (channel != null) channel.close();
        } catch (IOException e) {
            // Nothing was written that could be lost.
        } finally {
            OWN.remove(root);
        }
    }

    @Override
    public void close() {
        close(root, channel);
    }
}
