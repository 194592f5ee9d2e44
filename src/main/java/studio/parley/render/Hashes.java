package studio.parley.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import studio.parley.speech.Turn;

/** Short names (32 hexadecimal digits of SHA-256) for what a take depends on. */
public final class Hashes {
    private Hashes() {}

    /** Of texts in order; no two different lists give the same input to the hash. */
    public static String of(List<String> parts) {
        var digest = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    /** Of something heard: who, what, and the codes. */
    public static String of(Turn turn) {
        var digest = sha256();
        digest.update((turn.speaker() + "\n" + turn.text() + "\n").getBytes(StandardCharsets.UTF_8));
        for (int f = 0; f < turn.codes().frames(); f++) {
            for (int code : turn.codes().frame(f)) {
                digest.update((byte) (code >> 8));
                digest.update((byte) code);
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
