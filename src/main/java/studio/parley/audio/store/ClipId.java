package studio.parley.audio.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.Sha256;

/**
 * The name of a clip: SHA-256 of its rate, channel count and samples (as 32-bit floats, interleaved, little-endian), in lower-case
 * hexadecimal. The same audio has the same name everywhere.
 */
public record ClipId(String hex) implements Comparable<ClipId> {
    public ClipId {
        if (!isOne(hex)) throw new IllegalArgumentException("not a clip id: " + hex);
    }

    /** Whether a text can be the name of a clip. */
    public static boolean isOne(String hex) {
        return hex.length() == 64 && hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    public static ClipId of(Pcm pcm) {
        var digest = Sha256.digest();
        var head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(pcm.rate()).putInt(pcm.channels());
        digest.update(head.flip());
        var block = ByteBuffer.allocate(4096 * 4 * pcm.channels()).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < pcm.frames(); from += 4096) {
            block.clear();
            int to = Math.min(from + 4096, pcm.frames());
            for (int i = from; i < to; i++) for (int c = 0; c < pcm.channels(); c++) block.putFloat(pcm.raw(c)[i]);
            digest.update(block.flip());
        }
        return new ClipId(Sha256.hex(digest));
    }

    @Override
    public int compareTo(ClipId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
