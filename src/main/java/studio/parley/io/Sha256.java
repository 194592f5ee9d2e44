package studio.parley.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** SHA-256, as 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private static final int PIECE = 1 << 20;

    private Sha256() {}

    /** A new digest, for updating in pieces. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static String hex(byte[] bytes) {
        return hex(digest(), bytes);
    }

    /** The result of a digest. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a file, read in pieces; {@code read} receives the bytes of each. Stops within a piece if the thread is interrupted. */
    public static String hex(Path file, LongConsumer read) throws IOException {
        var digest = digest();
        update(digest, file, read);
        return hex(digest);
    }

    /** The same for any digest. */
    public static void update(MessageDigest digest, Path file, LongConsumer read) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var piece = ByteBuffer.allocateDirect(PIECE);
            for (int n; (n = channel.read(piece.clear())) >= 0;) {
                digest.update(piece.flip());
                read.accept(n);
            }
        }
    }

    private static String hex(MessageDigest digest, byte[] bytes) {
        digest.update(bytes);
        return hex(digest);
    }
}
