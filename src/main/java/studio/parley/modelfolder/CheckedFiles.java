package studio.parley.modelfolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import studio.parley.io.AtomicFile;
import studio.parley.io.Sha256;
import studio.parley.problem.Problem;

/**
 * The verified files of a model folder, in a small text file: a line for each with its SHA-256, size, time, the file system's number of the
 * file, and name. If it is lost, the model is read once more.
 */
record CheckedFiles(Path file, Set<String> lines) {
    static CheckedFiles read(Path memory, Path folder) {
        var name = folder.toAbsolutePath().normalize().toString();
        var file = memory.resolve(Sha256.hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, 24) + ".txt");
        try {
            return new CheckedFiles(file, new TreeSet<>(Files.readAllLines(file)));
        } catch (IOException nothingYet) {
            return new CheckedFiles(file, new TreeSet<>());
        }
    }

    /** Size, time and number: what changes when a file is written again. */
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

    /** If that is not possible, the files are checked again next time. */
    void write() {
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, String.join("\n", lines) + "\n");
        } catch (IOException | Problem e) {
            return;
        }
    }
}
