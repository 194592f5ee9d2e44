package studio.parley.dialogue.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import studio.parley.dialogue.Characters;
import studio.parley.dialogue.Line;
import studio.parley.problem.Problem;

/** A script's text as numbered lines, with the name to use in messages. Line numbers count from 1. */
record ScriptSource(String name, List<String> lines) {
    private static final long LARGEST = 4 << 20;

    /** Splits at any of LF, CR LF and CR; a byte order mark and control characters are dropped, but not tabs. */
    static ScriptSource of(String name, String text) {
        var bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new ScriptSource(name, bare.lines().map(ScriptSource::clean).toList());
    }

    /** Reads UTF-8, or UTF-16 with a byte order mark. */
    static ScriptSource of(Path file) {
        try {
            if (Files.size(file) > LARGEST) throw Problem.input(file
                    + " is larger than 4 MB, which no script is; give the script's own file.");
            return of(file.toString(), decode(file, Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new Problem(Problem.Kind.INPUT, "There is no script at " + file + "; check the path.", e);
        } catch (IOException e) {
            throw Problem.disk("Cannot read " + file + " (" + e.getMessage() + "); check that it is a file you may read.", e);
        }
    }

    private static String clean(String line) {
        return Arrays.stream(line.split("\t", -1)).map(Characters::text).collect(Collectors.joining("\t"));
    }

    String line(int number) {
        return lines.get(number - 1);
    }

    int count() {
        return lines.size();
    }

    Problem problem(int line, String sentence) {
        return Problem.input(name + ", line " + line + ": " + sentence);
    }

    private static String decode(Path file, byte[] bytes) {
        try {
            return charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Problem(Problem.Kind.INPUT, file + " is not UTF-8 text; save it as UTF-8 and try again.", e);
        }
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) return StandardCharsets.UTF_8;
        int mark = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return mark == 0xfffe || mark == 0xfeff ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
