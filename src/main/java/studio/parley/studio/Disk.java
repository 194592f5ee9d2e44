package studio.parley.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import studio.parley.problem.Problem;

/** Small files: read if there, written whole or not at all. */
public final class Disk {
    private Disk() {}

    /** The text, or nothing if there is no such file. */
    public static Optional<String> text(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw refused("read", file, e);
        }
    }

    /** Writes beside the place and moves over it; parent folders are made. */
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var part = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw refused("write", file, e);
        }
    }

    public static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw refused("make the folder", folder, e);
        }
    }

    static Path temporary() {
        try {
            return Files.createTempDirectory("parley");
        } catch (IOException e) {
            throw refused("make a temporary folder in", Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    /** Removes a folder with all in it; what is gone already is no trouble. */
    public static void remove(Path folder) {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException e) {
            throw Problem.disk("Cannot remove " + folder + " (" + e.getMessage() + "); remove it by hand.", e);
        }
    }

    /** The trouble in a sentence. */
    public static Problem refused(String verb, Path file, IOException e) {
        return Problem.disk("Cannot " + verb + " " + file + " (" + e.getClass().getSimpleName().replace("Exception", "") + ": "
                + e.getMessage() + "); check permissions and free space.", e);
    }
}
