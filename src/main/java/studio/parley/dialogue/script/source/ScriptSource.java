package studio.parley.dialogue.script.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/** A script's clean text as numbered lines, the name to use in messages, and the notices of its reading. Lines count from 1. */
public record ScriptSource(String name, List<String> lines, ReadingNotices notices) {
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
        return of(name, TextDecoder.decode(name, bytes, notices), notices);
    }

    /** Reads a file; {@code -} is standard input. */
    public static ScriptSource of(Path file) {
        try {
            if (file.toString().equals(STANDARD_INPUT)) return of("standard input", System.in.readNBytes((int) LARGEST + 1));
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
}
