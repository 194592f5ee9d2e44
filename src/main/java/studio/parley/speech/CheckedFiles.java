package studio.parley.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files of one model folder were found sound, in a small text file: a line for each with its SHA-256, size, time, the
 * system's own number of the file, and name. Losing it costs nothing but reading the model once more.
 */
final class CheckedFiles {
    private final Path file;
    private final Set<String> lines;

    private CheckedFiles(Path file, Set<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static CheckedFiles read(Path memory, Path folder) {
        var file = memory.resolve(digest(folder.toAbsolutePath().normalize().toString()) + ".txt");
        try {
            return new CheckedFiles(file, new TreeSet<>(Files.readAllLines(file)));
        } catch (IOException nothingYet) {
            return new CheckedFiles(file, new TreeSet<>());
        }
    }

    /** Size, time and number: what changes with a file that is written again. */
    static String stamp(Path file) throws IOException {
        var a = Files.readAttributes(file, BasicFileAttributes.class);
        return a.size() + " " + a.lastModifiedTime().toInstant() + " " + String.valueOf(a.fileKey()).replace(' ', '_');
    }

    boolean holds(Path file, String sha256) throws IOException {
        return lines.contains(line(file, stamp(file), sha256));
    }

    void remember(Path file, String stamp, String sha256) {
        lines.removeIf(l -> l.endsWith(" " + file.getFileName()));
        lines.add(line(file, stamp, sha256));
    }

    private static String line(Path file, String stamp, String sha256) {
        return sha256 + " " + stamp + " " + file.getFileName();
    }

    /** Where that is impossible the files are checked again next time. */
    void write() {
        try {
            Files.createDirectories(file.getParent());
            var part = Files.createTempFile(file.getParent(), "checked", ".part");
            try {
                Files.write(part, List.copyOf(lines));
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            return;
        }
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
