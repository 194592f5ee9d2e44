package studio.parley.dialogue.script.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/** A script's clean text as numbered lines, the name to use in messages, and the notices of its reading. Lines count from 1. */
public record ScriptSource(String name, List<String> lines, ReadingNotices notices) {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final long LARGEST = 4 << 20;
    private static final char DAMAGED = '\uFFFD';
    private static final String STANDARD_INPUT = "-";

    /** Splits at any of LF, CR LF and CR; see {@link CleanText} for what is removed. */
    public static ScriptSource of(String name, String text) {
        return of(name, text, new ReadingNotices());
    }

    public static ScriptSource of(String name, byte[] bytes) {
        if (bytes.length > LARGEST) throw Problem.input(name + " is larger than 4 MB, the limit for scripts. Choose another file.");
        var notices = new ReadingNotices();
        return of(name, decode(name, bytes, notices), notices);
    }

    /** Reads a file; {@code -} is standard input. */
    public static ScriptSource of(Path file) {
        try {
            if (file.toString().equals(STANDARD_INPUT)) return of("standard input", System.in.readNBytes((int) LARGEST + 1));
            if (Files.exists(file) && AudioFiles.isNamedAudio(file)) {
                throw Problem.input(file + " is a recording, not a script. Import it as a recording, or use a text file with the words.");
            }
            if (Files.isDirectory(file)) throw Problem.input(file + " is a folder. Use the file of a script.");
            if (Files.size(file) > LARGEST) throw Problem.input(file
                    + " is larger than 4 MB, the limit for scripts. Choose another file.");
            return of(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new Problem(Problem.Kind.INPUT, "There is no script at " + file + ". Check the path.", e);
        } catch (IOException e) {
            throw Problem.disk("Could not read " + file + " (" + IoProblem.reason(e) + "). Check that it is a file and its permissions.", e);
        }
    }

    private static ScriptSource of(String name, String text, ReadingNotices notices) {
        var bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        FileKind.check(name, bare);
        var lines = new ArrayList<String>();
        for (var line : bare.replaceAll("[\u000B\u2028\u2029]", "\n").lines().toList()) {
            lines.add(CleanText.clean(line));
            if (CleanText.hidesSomething(line)) notices.at(lines.size(), "Invisible characters were removed");
            boolean isDamaged = line.indexOf(DAMAGED) >= 0;
            if (isDamaged) notices.at(lines.size(), "A character that could not be read was replaced by \uFFFD; correct it in the file");
        }
        return new ScriptSource(name, List.copyOf(lines), notices);
    }

    public String line(int number) {
        return lines.get(number - 1);
    }

    public int count() {
        return lines.size();
    }

    public boolean isBlank(int number) {
        return number < 1 || number > count() || line(number).isBlank();
    }

    public Problem problem(int line, String sentence) {
        return Problem.input(name + ", line " + line + ": " + sentence);
    }

    /**
     * Decodes bytes: UTF-8, UTF-16 and UTF-32 with or without a byte order mark, else Windows-1252 line by line; a guess is reported.
     *
     * @throws Problem if it is not text
     */
    private static String decode(String name, byte[] bytes, ReadingNotices notices) {
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
