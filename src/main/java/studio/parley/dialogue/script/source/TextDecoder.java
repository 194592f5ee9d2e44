package studio.parley.dialogue.script.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import studio.parley.problem.Problem;

/** Decodes bytes: UTF-8, UTF-16 and UTF-32 with or without a byte order mark, else Windows-1252 line by line; a guess is reported. */
final class TextDecoder {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private TextDecoder() {}

    /** @throws Problem if it is not text */
    static String decode(String name, byte[] bytes, ReadingNotices notices) {
        FileKind.check(name, bytes);
        var wide = wide(bytes);
        if (wide.isPresent()) {
            notices.say("The file is in " + wide.get().name() + " and was decoded accordingly.");
            return strict(bytes, wide.get()).orElseGet(() -> new String(bytes, wide.get()));
        }
        if (controls(bytes) > bytes.length / 50 + 1) throw Problem.input(name + " is not a text file. Choose a script saved as text.");
        return strict(bytes, StandardCharsets.UTF_8).orElseGet(() -> western(bytes, notices));
    }

    /** UTF-16 or UTF-32, by its byte order mark or because every other byte is zero. */
    private static Optional<Charset> wide(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE, 0, 0) || starts(bytes, 0, 0, 0xFE, 0xFF)) return Optional.of(Charset.forName("UTF-32"));
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) return Optional.of(StandardCharsets.UTF_16);
        int[] zeros = new int[2];
        int looked = Math.min(bytes.length, 4096) & ~1;
        for (int i = 0; i < looked; i++) if (bytes[i] == 0) zeros[i & 1]++;
        if (looked < 4 || zeros[0] + zeros[1] < looked / 4) return Optional.empty();
        if (zeros[1] > 8 * zeros[0]) return Optional.of(StandardCharsets.UTF_16LE);
        return zeros[0] > 8 * zeros[1] ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String western(byte[] bytes, ReadingNotices notices) {
        var out = new StringBuilder();
        int line = 1;
        for (int from = 0; from < bytes.length; line++) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') end++;
            if (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n') end++;
            var part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, end + 1));
            int number = line;
            out.append(strict(part, StandardCharsets.UTF_8).orElseGet(() -> {
                notices.at(number, "The file is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as UTF-8");
                return new String(part, WESTERN);
            }));
            from = end + 1;
        }
        return out.toString();
    }

    private static boolean starts(byte[] bytes, int... start) {
        if (bytes.length < start.length) return false;
        for (int i = 0; i < start.length; i++) if ((bytes[i] & 0xFF) != start[i]) return false;
        return true;
    }

    /** Control characters that do not occur in text except by accident. */
    private static long controls(byte[] bytes) {
        long count = 0;
        for (byte b : bytes) if (b >= 0 && b < 9 || b > 13 && b < 32) count++;
        return count;
    }
}
