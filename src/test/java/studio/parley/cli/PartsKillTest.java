package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Parts that end in the middle: others finish what they began, and nothing that was finished is rendered twice. */
class PartsKillTest extends CommandTestCase {
    private static final int LINES = 40;
    private static final Pattern ID = Pattern.compile("\"event\":\"line\".*?\"id\":\"([^\"]+)\".*?\"reused\":(true|false)");
    private Path script = Path.of("");
    private Path work = Path.of("");

    /** The lines that one process says it has rendered, and those it has found. */
    private record Lines(Set<String> rendered, Set<String> found) {
        static Lines of(String output) {
            var matches = ID.matcher(output).results().toList();
            return new Lines(matches.stream().filter(m -> m.group(2).equals("false")).map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new)),
                    matches.stream().filter(m -> m.group(2).equals("true")).map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @BeforeEach
    void writeScript() throws IOException {
        script = Files.writeString(home.resolve("long.txt"), "Ann: Line after line.\n".repeat(LINES));
        work = home.resolve("work");
    }

    private List<String> command(Object... arguments) {
        var all = new ArrayList<>(List.of("render", script.toString(), "--model", "src/test/resources/test-model", "--device", "cpu", "--max-length", "800", "--no-ears"));
        for (var argument : arguments) all.add(argument.toString());
        return all;
    }

    /** Starts a part in a process of its own and ends it with a signal after it has rendered two lines. */
    private Lines end(String signal, int code) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var all = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Dparley.home=" + home,
                "-cp", System.getProperty("java.class.path"), "studio.parley.Main"));
        if (OS.LINUX.isCurrentOs()) all.addAll(0, List.of("env", "--default-signal=INT"));
        all.addAll(command("--work", work, "--part", "1/2", "--json"));
        var child = new ProcessBuilder(all).redirectError(home.resolve("stderr.txt").toFile()).start();
        var said = new StringBuilder();
        try (var events = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
            int lines = 0;
            for (var line = events.readLine(); line != null; line = events.readLine()) {
                said.append(line).append('\n');
                if (line.contains("\"event\":\"line\"") && ++lines == 2) new ProcessBuilder("kill", "-" + signal, String.valueOf(child.pid())).start().waitFor();
            }
            assertTrue(child.waitFor(60, TimeUnit.SECONDS));
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertEquals(code, child.exitValue(), Files.readString(home.resolve("stderr.txt")));
        var lines = Lines.of(said.toString());
        assertTrue(lines.rendered().size() < LINES, "it was too fast to be stopped");
        return lines;
    }

    private void othersFinish(Lines before, boolean takesOver) throws IOException {
        assertEquals(0, run(command("--work", work, "--part", "2/2", "--takeover", "5", "--json").toArray(String[]::new)), err);
        var after = Lines.of(out);
        assertTrue(out.contains("\"taken_over\":" + takesOver), out);
        assertTrue(after.found().containsAll(before.rendered()), "finished lines are kept");
        assertEquals(LINES, after.found().size() + after.rendered().size());
        assertEquals(0, run(command("--work", work, "--merge", "-o", home.resolve("merged.wav")).toArray(String[]::new)), err);
        assertEquals(0, run(command("-o", home.resolve("whole.wav")).toArray(String[]::new)), err);
        assertArrayEquals(Files.readAllBytes(home.resolve("whole.wav")), Files.readAllBytes(home.resolve("merged.wav")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatAKilledPartLeavesIsTakenOver() throws Exception {
        othersFinish(end("KILL", 137), true);
        assertTrue(Files.readString(work.resolve("parts/part-1-of-2.json")).contains("\"state\": \"working\""));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatAStoppedPartLeavesIsFreeAtOnce() throws Exception {
        othersFinish(end("INT", 130), false);
        assertTrue(Files.readString(work.resolve("parts/part-1-of-2.json")).contains("\"state\": \"stopped\""));
        assertTrue(Files.readString(home.resolve("stderr.txt")).contains("let the other parts take over"));
    }
}
