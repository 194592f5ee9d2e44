package studio.parley.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.parley.problem.Problem;

/**
 * A file that is written completely or not at all, even after a power failure: written to a temporary file next to it, forced to disk,
 * moved over it on {@link #commit}; if it is closed without that, nothing is left. Links are followed to the real file, whose mode and
 * owner are kept; a new file gets the user's default mode. A device or pipe is never replaced: the content is written to it on commit. One
 * thread at a time; I/O errors are a {@link Problem}. In a {@link FileBatch} the finished file waits for the others.
 */
public final class AtomicFile implements ByteSink {
    private static final Pattern PART = Pattern.compile("(?<file>.+)\\.(?<process>\\d{1,18})-\\d+\\.part");
    /** Begins anywhere: in a shared folder, a process of another machine or container may have the same id. */
    private static final AtomicLong COUNT = new AtomicLong(ThreadLocalRandom.current().nextInt(1 << 30));
    private static final Set<OpenOption> SCRATCH = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    private static final int LONGEST_STEM = FileName.LONGEST - 40;

    private final Path named;
    private final WriteTarget target;
    private final Path part;
    private final FileChannel channel;
    private boolean done;

    private AtomicFile(Path named, WriteTarget target, Path part, FileChannel channel) {
        this.named = named;
        this.target = target;
        this.part = part;
        this.channel = channel;
    }

    /** Begins a file; its folder must exist. */
    public static AtomicFile create(Path file) {
        try {
            var target = WriteTarget.of(file);
            var part = target.isReplaced() ? beside(target.file()) : TempFolder.file(".part");
            return new AtomicFile(file, target, part, target.isReplaced() ? open(target, part) : FileChannel.open(part, SCRATCH));
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
    }

    /** Writes a small file at once. */
    public static void write(Path file, byte[] bytes) {
        try (var out = create(file)) {
            out.write(bytes, bytes.length);
            out.commit();
        }
    }

    /** A text, UTF-8. */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of a file. */
    public static void copy(Path from, Path to) {
        try (var in = FileChannel.open(from, StandardOpenOption.READ)) {
            copy(in, to);
        } catch (IOException e) {
            throw IoProblem.of("read", from, e);
        }
    }

    private static void copy(FileChannel in, Path to) throws IOException {
        try (var out = create(to)) {
            var bytes = ByteBuffer.allocate(1 << 16);
            while (in.read(bytes.clear()) >= 0) out.write(bytes.flip());
            out.commit();
        }
    }

    /** A unique name in the same folder, never too long. */
    static Path beside(Path file) {
        return file.resolveSibling(stem(file) + "." + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + ".part");
    }

    private static String stem(Path file) {
        return FileName.shortened(file.getFileName().toString(), LONGEST_STEM);
    }

    /** Removes temporary files that killed processes left next to these files, and nothing else in their folders. */
    public static void sweepBeside(Collection<Path> files) {
        var stems = new HashMap<Path, Set<String>>();
        for (var file : files) {
            try {
                var real = WriteTarget.real(file);
                stems.computeIfAbsent(real.getParent(), f -> new HashSet<>()).add(stem(real));
            } catch (IOException e) {
                // An invalid path has no temporary files.
            }
        }
        stems.forEach((folder, names) -> sweep(() -> Files.list(folder), f -> isLeft(f, names)));
    }

    /**
     * Removes the unfinished files that killed processes left in one of Parley's own folders and its subfolders. Nobody else may be writing
     * there.
     */
    public static void sweep(Path folder) {
        if (Files.isDirectory(folder)) sweep(() -> Files.walk(folder), AtomicFile::isLeft);
    }

    private interface Listing {
        Stream<Path> files() throws IOException;
    }

    private static void sweep(Listing listing, Predicate<Path> isLeft) {
        try (var files = listing.files()) {
            for (var file : files.filter(isLeft).toList()) Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException e) {
            // They only take space; the next time will do.
        }
    }

    private static boolean isLeft(Path file) {
        var name = PART.matcher(file.getFileName().toString());
        return name.matches() && !name.group("process").equals(Long.toString(ProcessHandle.current().pid()));
    }

    /** Another Parley process with another cache may be writing there. */
    private static boolean isLeft(Path left, Set<String> stems) {
        var name = PART.matcher(left.getFileName().toString());
        return name.matches() && stems.contains(name.group("file")) && ProcessHandle.of(Long.parseLong(name.group("process"))).isEmpty();
    }

    private static FileChannel open(WriteTarget target, Path part) throws IOException {
        var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (target.isThere()) adopt(target.file(), part);
        return channel;
    }

    /** Gives the new file the mode and, if allowed, the owner of the one it replaces. */
    private static void adopt(Path from, Path to) {
        var old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (old == null || fresh == null) return;
        try {
            var wanted = old.readAttributes();
            var given = fresh.readAttributes();
            if (!wanted.permissions().equals(given.permissions())) fresh.setPermissions(wanted.permissions());
            if (!wanted.group().equals(given.group())) fresh.setGroup(wanted.group());
            if (!wanted.owner().equals(given.owner())) fresh.setOwner(wanted.owner());
        } catch (IOException e) {
            // Only root may change owners, and some file systems have no modes.
        }
    }

    @Override
    public void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) channel.write(bytes);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    @Override
    public void patch(long at, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) at += channel.write(bytes, at);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** For writers that want a stream; closing it neither closes nor commits the file. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                AtomicFile.this.write(new byte[] {(byte) b}, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                AtomicFile.this.write(ByteBuffer.wrap(bytes, from, count));
            }
        };
    }

    /** Moves the finished file to its place; nothing can be written afterwards. */
    @Override
    public void commit() {
        if (done) return;
        var batch = FileBatch.current();
        try {
            if (target.isReplaced()) settle();
            if (batch.isEmpty()) move();
            done = true;
        } catch (IOException e) {
            throw refused(e);
        }
        batch.ifPresent(b -> b.add(this));
    }

    /** Moves a finished file to its place at the end of a batch. */
    void place() {
        try {
            move();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** The path of the finished file before it is moved. */
    Path part() {
        return part;
    }

    /** The file that this one replaces, existing or not; a device is not replaced. */
    Optional<Path> replaced() {
        return target.isReplaced() ? Optional.of(target.file()) : Optional.empty();
    }

    private void settle() throws IOException {
        channel.force(true);
        channel.close();
    }

    private void move() throws IOException {
        if (target.isReplaced()) replace();
        else pour();
    }

    private void replace() throws IOException {
        try {
            Files.move(part, target.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target.file(), StandardCopyOption.REPLACE_EXISTING);
        }
        force(target.file().getParent());
    }

    /** The new name survives a power failure only if its folder is on disk as well. */
    private static void force(@Nullable Path folder) {
        if (folder == null) return;
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open folders; there the move itself is journaled by the file system.
        }
    }

    private void pour() throws IOException {
        try (var device = FileChannel.open(target.file(), StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.allocate(1 << 16);
            for (long at = 0; channel.read(bytes.clear(), at) > 0; at += bytes.limit()) {
                bytes.flip();
                while (bytes.hasRemaining()) device.write(bytes);
            }
        }
        channel.close();
    }

    /** Without {@link #commit}: removes the unfinished file. */
    @Override
    public void close() {
        if (done) return;
        done = true;
        try {
            channel.close();
        } catch (IOException e) {
            // The content is discarded.
        }
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw IoProblem.of("remove", part, e);
        }
    }

    private Problem refused(IOException e) {
        return IoProblem.of("write", named, e);
    }
}
