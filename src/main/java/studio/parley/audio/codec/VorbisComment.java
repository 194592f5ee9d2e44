package studio.parley.audio.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The comment packet that FLAC and Opus share: vendor, then {@code KEY=value} texts, all with little-endian lengths. */
final class VorbisComment {
    private VorbisComment() {}

    static byte[] of(Map<String, String> comments) {
        var out = new ByteArrayOutputStream();
        text(out, AudioTags.SOFTWARE);
        number(out, comments.size());
        comments.forEach((key, value) -> text(out, key + "=" + value));
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        number(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream out, int n) {
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(n).array());
    }
}
