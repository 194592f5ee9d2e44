package studio.parley.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.seeds.PropertySeeds;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.Project;

/** Kills a process in the middle of editing and saving: what it acknowledged is there. {@code -Dparley.kills=50} for more. */
class KillTest {
    @TempDir
    Path temp;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        var root = temp.resolve("killed.parley");
        Project.create(root, ProjectEdits.title("0").change().apply(Documents.lighthouse())).close();
        var random = PropertySeeds.random(getClass());
        int kills = Integer.getInteger("parley.kills", 5);
        int counted = 0;
        int kept = 0;
        for (int round = 0; round < kills; round++) {
            int acknowledged = kill(root, 1 + random.nextInt(40), random.nextInt(3_000_000));
            var opened = Project.open(root);
            assertEquals(List.of(), opened.notices());
            try (var project = opened.project()) {
                int found = Integer.parseInt(project.document().conversation().title());
                assertTrue(found == acknowledged || found == acknowledged + 1, found + " after " + acknowledged);
                assertEquals("Word " + found, project.document().line("L2").orElseThrow().text());
                int takes = project.document().line("L1").orElseThrow().takes().size();
                assertTrue(takes >= kept + acknowledged - counted && takes <= kept + found - counted, takes + " takes after " + found);
                counted = found;
                kept = takes;
                project.undo();
                assertEquals("" + (found - 1), project.document().conversation().title());
                project.redo().join();
            }
        }
    }

    /** Lets the child acknowledge {@code edits} edits, kills it (SIGKILL) after some more nanoseconds; the last number it said. */
    private static int kill(Path root, int edits, int nanos) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
                EditingChild.class.getName(), root.toString()).redirectErrorStream(true).start();
        try (var said = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
            var first = said.readLine();
            assertTrue(first != null && first.startsWith("open "), first);
            int last = Integer.parseInt(first.substring(5));
            for (int i = 0; i < edits; i++) last = Integer.parseInt(said.readLine());
            long until = System.nanoTime() + nanos;
            while (System.nanoTime() < until) Thread.onSpinWait();
            // By its handle: a process of its own closes the pipe, and with it what was said last.
            child.toHandle().destroyForcibly();
            for (var line = said.readLine(); line != null && line.matches("\\d+"); line = said.readLine()) last = Integer.parseInt(line);
            return last;
        } finally {
            child.destroyForcibly().waitFor();
        }
    }
}
