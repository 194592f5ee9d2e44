package studio.parley.audio.wav;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Metadata of a WAV file: the LIST chunk of type INFO, whose keys are four letters (INAM title, IART artist, ICMT comment, ISFT software,
 * ICRD date). Text is written as UTF-8, which is what current programs expect.
 */
public final class WavMetadata {
    private WavMetadata() {}

    /** What Parley writes into every file with generated speech, so that programs can recognise it (EU AI Act, article 50). */
    public static Map<String, String> aiGenerated(String software) {
        var info = new LinkedHashMap<String, String>();
        info.put("ICMT", "AI-generated speech (synthetic voice)");
        info.put("IGNR", "AI-generated");
        info.put("ISFT", software);
        return info;
    }

    /** The whole chunk with its header, of even length; empty if there is no metadata. */
    public static byte[] chunk(Map<String, String> info) {
        if (info.isEmpty()) return new byte[0];
        int size = 4;
        for (var text : info.values()) size += 8 + even(utf8(text).length + 1);
        var out = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
        out.put(utf8("LIST")).putInt(size).put(utf8("INFO"));
        info.forEach((key, text) -> {
            if (!key.matches("[A-Z0-9]{4}")) throw new IllegalArgumentException("INFO key " + key);
            var bytes = utf8(text);
            out.put(utf8(key)).putInt(bytes.length + 1).put(bytes).put(new byte[even(bytes.length + 1) - bytes.length]);
        });
        return out.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int even(int n) {
        return n + (n & 1);
    }
}
