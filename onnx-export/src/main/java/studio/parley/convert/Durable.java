package studio.parley.convert;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import studio.parley.problem.Problem;

/** Makes sure that bytes are on the disk before a name says so: a power cut must not leave a whole-looking folder with holes. */
final class Durable {
    private Durable() {}

    static void sync(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw Problem.disk("cannot write " + file + " (" + e.getMessage() + "); make room on that disk.", e);
        }
    }
}
