package studio.parley.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import studio.parley.io.Sha256;

/** The hash a file must have, in lower-case hexadecimal digits. */
public record Checksum(Kind kind, String hex) {
    /** SHA-256 or SHA-1 of the content, or the SHA-1 by which git names a file of this content. */
    public enum Kind { SHA256, SHA1, GIT }

    /** Whether the file has this hash; {@code read} receives the bytes of each piece. Stops within a piece if the thread is interrupted. */
    public boolean fits(Path file, LongConsumer read) throws IOException {
        var digest = switch (kind) {
            case SHA256 -> Sha256.digest();
            case SHA1 -> sha1();
            case GIT -> git(Files.size(file));
        };
        Sha256.update(digest, file, read);
        return HexFormat.of().formatHex(digest.digest()).equals(hex);
    }

    private static MessageDigest git(long size) {
        var digest = sha1();
        digest.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
        return digest;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
