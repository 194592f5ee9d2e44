package studio.parley.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import studio.parley.io.Sha256;
import studio.parley.speech.ContextTurn;

/** Short hashes (32 hexadecimal digits of SHA-256) of a take's inputs. */
public final class ContextHash {
    private ContextHash() {}

    /** Of texts in order; no two different lists give the same input to the hash. */
    public static String of(List<String> parts) {
        var digest = Sha256.digest();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return Sha256.hex(digest).substring(0, 32);
    }

    /** Of a context turn: speaker, text, and codes. */
    public static String of(ContextTurn turn) {
        var digest = Sha256.digest();
        digest.update((turn.speaker() + "\n" + turn.text() + "\n").getBytes(StandardCharsets.UTF_8));
        for (int f = 0; f < turn.codes().frames(); f++) {
            for (int code : turn.codes().frame(f)) {
                digest.update((byte) (code >> 8));
                digest.update((byte) code);
            }
        }
        return Sha256.hex(digest).substring(0, 32);
    }
}
