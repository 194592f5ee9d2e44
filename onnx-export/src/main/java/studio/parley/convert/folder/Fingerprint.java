package studio.parley.convert.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.LongConsumer;
import studio.parley.io.IoProblem;
import studio.parley.io.Sha256;
import studio.parley.problem.Problem;

/** A file's name, size and SHA-256, as 64 hex digits. */
public record Fingerprint(String file, long bytes, String sha256) {
    /** Reads the file once, in pieces; {@code read} is called for each. Stops within a piece if the thread is interrupted. */
    public static Fingerprint of(Path file, LongConsumer read) {
        var bytes = new long[1];
        try {
            var sha256 = Sha256.hex(file, n -> {
                bytes[0] += n;
                read.accept(n);
            });
            return new Fingerprint(file.getFileName().toString(), bytes[0], sha256);
        } catch (IOException e) {
            throw Problem.disk("Could not read " + file + " (" + IoProblem.reason(e) + "). Check the disk.", e);
        }
    }

    /** One hash for all files together: SHA-256 over a line "name sha256" for each, in order. */
    public static String identity(Collection<Fingerprint> files) {
        var digest = Sha256.digest();
        for (var f : files) digest.update((f.file + " " + f.sha256 + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Sha256.hex(digest);
    }
}
