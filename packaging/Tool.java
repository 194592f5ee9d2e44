package packaging;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Running programs, and work on whole folders. */
final class Tool {
    private Tool() {}

    /** A tool of the JDK that runs this build. */
    static void jdk(String name, Object... arguments) throws Exception {
        run(Path.of("."), Map.of(), Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", name)), Stream.of(arguments)).toArray());
    }

    /** @throws IllegalStateException if it ends with an error; its output is shown */
    static void run(Path folder, Map<String, String> environment, Object... command) throws Exception {
        var words = new ArrayList<String>();
        for (var word : command) words.add(word.toString());
        var builder = new ProcessBuilder(words).directory(folder.toFile()).inheritIO();
        builder.environment().putAll(environment);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        int code = builder.start().waitFor();
        if (code != 0) throw new IllegalStateException(String.join(" ", words) + " ended with " + code);
    }

    static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : (Iterable<Path>) all::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Removes the symbols of native libraries, which only a debugger reads. */
    static void strip(Path folder) throws Exception {
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(f -> f.toString().endsWith(".so")).toList()) run(folder, Map.of(), "strip", "--strip-unneeded", file);
        }
    }

    /** The same time for all files: packages of the same source are alike, and Java's cache is refused if a jar is younger than it. */
    static void date(Path folder, FileTime time) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : (Iterable<Path>) all::iterator) if (!Files.isSymbolicLink(file)) Files.setLastModifiedTime(file, time);
        }
    }

    /** A text of this folder with its {@code @names@} replaced. */
    static void fill(Path template, Path file, Map<String, String> values) throws IOException {
        var text = Files.readString(template);
        for (var e : values.entrySet()) text = text.replace("@" + e.getKey() + "@", e.getValue());
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static long size(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(f -> Files.isRegularFile(f) && !Files.isSymbolicLink(f)).mapToLong(f -> f.toFile().length()).sum();
        }
    }
}
