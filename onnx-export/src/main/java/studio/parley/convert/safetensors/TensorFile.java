package studio.parley.convert.safetensors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.SequencedMap;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/**
 * A file of tensors, memory-mapped whatever its size and checked when opened. Values are copied in pieces, so the heap contains only what is
 * needed. Reading is thread-safe; but not while another thread closes it.
 */
public final class TensorFile implements AutoCloseable {
    /** Finds the tensors of a mapped file; their places count from its beginning. */
    interface Format {
        SequencedMap<String, Entry> tensors(Path path, MemorySegment bytes);
    }

    private final Path path;
    private final Arena arena;
    private final MemorySegment data;
    private final SequencedMap<String, Entry> tensors;

    private TensorFile(Path path, Arena arena, MemorySegment data, SequencedMap<String, Entry> tensors) {
        this.path = path;
        this.arena = arena;
        this.data = data;
        this.tensors = Collections.unmodifiableSequencedMap(tensors);
    }

    /** Throws {@link Problem} that names the file, and the tensor if one is the cause, if it is not a valid file of the format. */
    static TensorFile open(Path path, Format format) {
        var arena = Arena.ofShared();
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            ForeignFormat.check(path, bytes);
            return new TensorFile(path, arena, bytes, format.tensors(path, bytes));
        } catch (IOException e) {
            arena.close();
            throw Problem.disk("Could not read " + path + " (" + IoProblem.reason(e) + "). Check that it exists and its permissions.", e);
        } catch (RuntimeException | InternalError e) {
            arena.close();
            throw e instanceof InternalError ? unreadable(path, e) : (RuntimeException) e;
        }
    }

    public Path path() {
        return path;
    }

    /** The tensors by name, in the order of their bytes. */
    public SequencedMap<String, Entry> tensors() {
        return tensors;
    }

    /**
     * Values {@code from} to {@code from + count} of a tensor in row-major order, as float32. Throws {@link Problem} if the tensor has an
     * integer type, a value that is not a number, or on an I/O error.
     */
    public void read(Entry entry, long from, float[] into, int offset, int count) {
        // A number of its own is a setting, such as CTranslate2's numbers of heads.
        if (!entry.dtype().floating() && entry.shape().length > 0) {
            throw Problem.model(path + ": tensor " + Header.quoted(entry.name()) + " holds " + entry.dtype()
                    + " values (quantised weights). Convert from the original weights in F32, BF16 or F16.");
        }
        java.util.Objects.checkFromIndexSize(from, (long) count, entry.count());
        try {
            entry.dtype().copy(data, entry.begin() + from * entry.dtype().bytes(), into, offset, count);
        } catch (InternalError lost) {
            throw unreadable(path, lost);
        }
        for (int i = offset; i < offset + count; i++) if (!Float.isFinite(into[i])) throw notANumber(entry);
    }

    private Problem notANumber(Entry entry) {
        return Problem.model(path + ": tensor " + Header.quoted(entry.name())
                + " contains a value that is infinite or not a number: the file is damaged or its training failed. Use another checkpoint.");
    }

    /** A mapped page that could not be read from disk is reported as InternalError. */
    private static Problem unreadable(Path path, Throwable cause) {
        return Problem.disk("Reading " + path + " failed. Check the disk and that no other program changes the file.", cause);
    }

    @Override
    public void close() {
        arena.close();
    }
}
