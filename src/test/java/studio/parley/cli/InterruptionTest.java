package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectFolder;

/** Ctrl-C as a shell sends it, to a program of its own. */
@DisabledOnOs(OS.WINDOWS)
class InterruptionTest {
    @TempDir
    Path temp;

    @Test
    void ctrlCEndsARenderBetweenFramesAndKeepsFinishedLines() throws Exception {
        var script = Files.writeString(temp.resolve("long.txt"), "Ann: Line after line.\n".repeat(500));
        var said = temp.resolve("stderr.txt");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Dparley.home=" + temp.resolve("home"),
                "-cp", System.getProperty("java.class.path"), "studio.parley.Main", "render", script.toString(), "-o", temp.resolve("out.wav").toString(),
                "--model", "src/test/resources/test-model", "--device", "cpu", "--max-length", "8000", "--json"));
        // A test run in the background of a shell hands an ignored Ctrl-C down to its children.
        if (OS.LINUX.isCurrentOs()) command.addAll(0, List.of("env", "--default-signal=INT"));
        var child = new ProcessBuilder(command).redirectError(said.toFile()).start();
        try (var events = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
            var line = events.readLine();
            while (line != null && !line.contains("\"event\":\"line\"")) line = events.readLine();
            assertTrue(line != null, Files.readString(said));
            new ProcessBuilder("kill", "-INT", String.valueOf(child.pid())).start().waitFor();
            while (events.readLine() != null) line = "read on";
            assertTrue(child.waitFor(30, TimeUnit.SECONDS));
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertEquals(130, child.exitValue());
        assertTrue(Files.readString(said).contains("Finished lines are kept"), Files.readString(said));
        assertFalse(Files.exists(temp.resolve("out.wav")));
        try (var folders = Files.list(temp.resolve("out.wav.parley-work"));
                var project = Project.open(folders.filter(ProjectFolder::isProject).findFirst().orElseThrow()).project()) {
            assertTrue(project.document().lines().stream().anyMatch(l -> !l.takes().isEmpty()));
        }
    }
}
