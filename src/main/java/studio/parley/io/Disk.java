package studio.parley.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import studio.parley.problem.Problem;

/** Small files and folders; what fails is a {@link Problem}. {@link AtomicFile} writes. */
public final class Disk {
    private Disk() {}

    /** What a text names, or nothing if this system has no such names. */
    public static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** All bytes, or nothing if there is no such file. */
    public static Optional<byte[]> bytes(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw IoProblem.of("read", file, e);
        }
    }

    /** The text (UTF-8), or nothing if there is no such file. */
    public static Optional<String> text(Path file) {
        return bytes(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Makes a folder and those above it, unless they are there. */
    public static Path folder(Path folder) {
        try {
            if (Files.isDirectory(folder)) return folder;
            FileBatch.current().ifPresent(batch -> batch.making(folder));
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw IoProblem.of("create the folder", folder, e);
        }
    }

    /** The folder a file lies in, absolute; the root's is the root itself. */
    public static Path parent(Path file) {
        var whole = file.toAbsolutePath();
        var parent = whole.getParent();
        return parent == null ? whole : parent;
    }

    /** Writes a text whole or not at all; the folders above it are made. */
    public static void write(Path file, String text) {
        folder(parent(file));
        AtomicFile.write(file, text);
    }

    /** Gives a file another name in the same folder, in one step, replacing what has that name. */
    public static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw IoProblem.of("rename", from, e);
        }
    }

    /** Makes sure that a file's bytes are on the disk. */
    public static void force(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
    }

    /** Removes a folder with all in it (links, not what they lead to); what is gone already is no trouble. */
    public static void remove(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return;
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw remains(folder, e);
        } catch (UncheckedIOException e) {
            throw remains(folder, Objects.requireNonNull(e.getCause()));
        }
    }

    /** Whether there is nothing in a folder. */
    public static boolean isEmpty(Path folder) throws IOException {
        try (var list = Files.list(folder)) {
            return list.findAny().isEmpty();
        }
    }

    private static Problem remains(Path folder, IOException e) {
        return Problem.disk("Could not remove " + folder + " (" + IoProblem.reason(e) + "). Remove it manually.", e);
    }
}
