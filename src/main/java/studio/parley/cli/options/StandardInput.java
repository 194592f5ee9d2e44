package studio.parley.cli.options;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Standard input, or an empty stream if Parley was started with it closed ({@code <&-}, some service managers). Descriptor 0 is then used
 * by a file of the JVM, and reading it would read a library as text.
 */
public final class StandardInput {
    private static final Path DESCRIPTOR = Path.of("/proc/self/fd/0");

    private StandardInput() {}

    /** Whether a script's name stands for standard input. */
    public static boolean isMeant(Path script) {
        return script.toString().equals("-");
    }

    public static InputStream open() {
        return isClosed() ? InputStream.nullInputStream() : System.in;
    }

    private static boolean isClosed() {
        try {
            return Files.exists(DESCRIPTOR) && isOwn(DESCRIPTOR.toRealPath());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether the JVM opened this file for itself. */
    public static boolean isOwn(Path file) {
        var java = Path.of(System.getProperty("java.home"));
        var classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(p -> !p.isBlank()).map(Path::of);
        return file.startsWith(java) || Stream.concat(classes, Stream.of(java)).anyMatch(p -> isSame(p, file));
    }

    private static boolean isSame(Path a, Path b) {
        try {
            return Files.isSameFile(a, b);
        } catch (IOException missing) {
            return false;
        }
    }
}
