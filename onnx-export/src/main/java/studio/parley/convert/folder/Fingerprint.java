package studio.parley.convert.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import studio.parley.problem.Problem;

/** A file's name, size and SHA-256, as 64 hex digits. */
public record Fingerprint(String file, long bytes, String sha256) {
    private static final int PIECE = 1 << 20;

    /** Reads the file once, in pieces; {@code read} is told of each. Stops within a piece when the thread is interrupted. */
    public static Fingerprint of(Path file, LongConsumer read) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var digest = digest();
            var piece = ByteBuffer.allocateDirect(PIECE);
            long bytes = 0;
            for (int n; (n = channel.read(piece.clear())) >= 0; bytes += n) {
                digest.update(piece.flip());
                read.accept(n);
            }
            return new Fingerprint(file.getFileName().toString(), bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw Problem.disk("cannot read " + file + " (" + e.getClass().getSimpleName() + "); check the disk.", e);
        }
    }

    /** One name for all files together: SHA-256 over a line "name sha256" for each, in order. */
    public static String identity(Collection<Fingerprint> files) {
        var digest = digest();
        for (var f : files) digest.update((f.file + " " + f.sha256 + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
