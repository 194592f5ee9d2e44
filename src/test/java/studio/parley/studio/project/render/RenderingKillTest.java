package studio.parley.studio.project.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.store.ClipId;
import studio.parley.seeds.PropertySeeds;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.Project;

/**
 * Kills a process in the middle of editing and rendering: every edit it acknowledged is there, every take, and what waited waits
 * again. {@code -Dparley.kills=50} for more.
 */
class RenderingKillTest {
    /** What a child said: how many edits, how many takes each line has, how many more it is to get. */
    private record Said(int count, Map<String, Integer> takes, Map<String, Integer> open) {
        static Said of(String line) {
            var parts = line.split("\\|", -1);
            return new Said(Integer.parseInt(parts[0]), numbers(parts[1]), numbers(parts[2]));
        }

        private static Map<String, Integer> numbers(String text) {
            var out = new HashMap<String, Integer>();
            for (var part : text.isEmpty() ? new String[0] : text.split(",")) out.merge(part.split("=")[0], Integer.parseInt(part.split("=")[1]), Integer::sum);
            return out;
        }
    }

    @TempDir
    Path temp;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        var root = temp.resolve("killed.parley");
        Project.create(root, ProjectEdits.title("0").change().apply(ProjectFixture.document())).close();
        var random = PropertySeeds.random(getClass());
        int kills = Integer.getInteger("parley.kills", 3);
        int takes = 0;
        int waited = 0;
        for (int round = 0; round < kills; round++) {
            var said = kill(root, 5 + random.nextInt(120), round == kills - 1, random.nextInt(5_000_000));
            waited += said.open().values().stream().mapToInt(n -> n).sum();
            takes = check(root, said);
        }
        assertTrue(takes > 0, "no take was ever made");
        System.out.println(kills + " kills while editing and rendering: " + takes + " takes, " + waited + " waited");
    }

    /** @return takes in the project */
    private int check(Path root, Said said) throws Exception {
        var opened = Project.open(root);
        assertEquals(List.of(), opened.notices());
        try (var project = opened.project()) {
            var document = project.document();
            int found = Integer.parseInt(document.conversation().title());
            assertTrue(found == said.count() || found == said.count() + 1, found + " after " + said.count());
            assertEquals("Word " + found, document.line("L2").orElseThrow().text());
            var file = root.resolve("queue.json");
            var left = new HashMap<String, Integer>();
            var listed = Files.exists(file) ? LineRequest.parse(Files.readString(file)) : List.<LineRequest>of();
            LineRequest.left(listed, document).forEach(p -> left.put(p.line(), p.takes()));
            for (var line : document.lines()) {
                int before = said.takes().get(line.id());
                assertTrue(line.takes().size() >= before, line.id() + " has " + line.takes().size() + " takes of " + before);
                int wanted = before + said.open().getOrDefault(line.id(), 0);
                int have = line.takes().size() + left.getOrDefault(line.id(), 0);
                assertTrue(have >= wanted, line.id() + " has or waits for " + have + " of " + wanted + "; " + said + " " + listed);
                for (var take : line.takes()) assertTrue(project.clipStore().find(new ClipId(take.clip())).isPresent(), take.id());
            }
            return document.lines().stream().mapToInt(l -> l.takes().size()).sum();
        }
    }

    /**
     * Lets the child acknowledge so many edits, and more until there is a take if one is asked for, and kills it (SIGKILL) after
     * some more nanoseconds; the last it said.
     */
    private Said kill(Path root, int edits, boolean untilTake, int nanos) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(java, "-Xmx200m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true", "-DRUST_FLAVOR=cpu",
                "-Djava.util.logging.config.file=src/test/resources/logging.properties", "-cp", System.getProperty("java.class.path"), RenderingChild.class.getName(),
                root.toString(), temp.resolve("home").toString()).redirectErrorStream(true).start();
        try (var out = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
            var last = Said.of(next(out));
            for (int i = 1; i < edits || untilTake && last.takes().values().stream().allMatch(n -> n == 0); i++) last = Said.of(next(out));
            long until = System.nanoTime() + nanos;
            while (System.nanoTime() < until) Thread.onSpinWait();
            child.toHandle().destroyForcibly();
            for (var line = out.readLine(); line != null && line.matches("\\d+\\|[^|]*\\|[^|]*"); line = out.readLine()) last = Said.of(line);
            return last;
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static String next(BufferedReader out) throws Exception {
        var line = out.readLine();
        assertTrue(line != null && line.contains("|"), () -> "the child said " + line + "\n" + out.lines().limit(20).toList());
        return line;
    }
}
