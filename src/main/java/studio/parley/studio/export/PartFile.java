package studio.parley.studio.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import studio.parley.problem.Problem;

/** A file written beside its place and moved there when it is complete. */
final class PartFile implements AutoCloseable {
    private final Path wanted;
    private final Path part;
    private final FileChannel channel;
    private boolean done;

    PartFile(Path wanted) {
        this.wanted = wanted;
        this.part = wanted.resolveSibling(wanted.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw refused(wanted, e);
        }
    }

    /** A small file in one go. */
    static void write(Path file, byte[] bytes) {
        try (var out = new PartFile(file)) {
            out.append(bytes, bytes.length);
            out.commit();
        }
    }

    void append(byte[] bytes, int count) {
        try {
            var buffer = ByteBuffer.wrap(bytes, 0, count);
            while (buffer.hasRemaining()) channel.write(buffer);
        } catch (IOException e) {
            throw refused(wanted, e);
        }
    }

    /** Writes over what is there, for headers that know the end only then. */
    void patch(long at, byte[] bytes) {
        try {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) at += channel.write(buffer, at);
        } catch (IOException e) {
            throw refused(wanted, e);
        }
    }

    void commit() {
        try {
            channel.force(true);
            channel.close();
            try {
                Files.move(part, wanted, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, wanted, StandardCopyOption.REPLACE_EXISTING);
            }
            done = true;
        } catch (IOException e) {
            throw refused(wanted, e);
        }
    }

    @Override
    public void close() {
        if (done) return;
        done = true;
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw refused(wanted, e);
        }
    }

    static Problem refused(Path file, IOException e) {
        var why = e.getMessage() == null || e.getMessage().equals(file.toString()) ? e.getClass().getSimpleName() : e.getMessage();
        return Problem.disk("Could not write " + file + " (" + why + "). Check the folder, its permissions and free space.", e);
    }
}
