package studio.parley.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program under strace: no network, and no file written but in Parley's folders and where the user asked for it. Telemetry
 * shows itself at once by its files; it connects after 17 seconds, for which {@code -Dtrace.seconds=60} lets console and window live.
 */
class NothingLeavesTest {
    private static final int SECONDS = Integer.getInteger("trace.seconds", 0);
    @TempDir
    Path temp;

    private Path user;
    private Path trace;
    private Path asked;

    @BeforeEach
    void folders() throws Exception {
        assumeTrue(Traced.isPossible(), "needs strace");
        user = Files.createDirectory(temp.resolve("user"));
        trace = Files.createDirectory(temp.resolve("trace"));
        asked = Files.createDirectory(temp.resolve("asked"));
    }

    @Test
    void sayWritesTheSoundAndParleysFolder() throws Exception {
        var home = temp.resolve("parley");
        try (var parley = Traced.start(trace, user, Map.of("PARLEY_HOME", home.toString()), List.of(), "say", "Hi.", "-o", asked + "/hi.wav")) {
            assertEquals(0, parley.end(), parley::toString);
            assertEquals(List.of(), parley.trespasses(List.of(home, asked)), parley.output());
        }
        assertTrue(Files.size(asked.resolve("hi.wav")) > 1000);
        assertEquals(0, children(user), "files in the user's home");
        assertEquals(0, children(home.resolve("cache/tmp")), "temporary files");
    }

    @Test
    void withoutPARLEY_HOMETheSystemsFoldersAreUsed() throws Exception {
        try (var parley = Traced.start(trace, user, Map.of(), List.of(), "say", "Hi.", "-o", asked + "/hi.wav")) {
            assertEquals(0, parley.end(), parley::toString);
            var own = List.of(user.resolve(".config"), user.resolve(".cache"), user.resolve(".local"), asked);
            assertEquals(List.of(), parley.trespasses(own), parley.output());
        }
        for (var folder : List.of(".config", ".cache")) assertEquals(List.of("parley"), names(user.resolve(folder)));
    }

    @Test
    void consoleWritesItsFolderAndParleys() throws Exception {
        var home = temp.resolve("parley");
        try (var parley = Traced.start(trace, user, Map.of("PARLEY_HOME", home.toString()), List.of(), "console", "--no-sound", "--folder",
                asked.toString()); var prompts = parley.process().outputWriter()) {
            prompts.write("Hello.\n");
            prompts.flush();
            until(() -> Files.exists(asked.resolve("audio.wav")));
            TimeUnit.SECONDS.sleep(SECONDS);
            prompts.write("$EXIT$\n");
            prompts.flush();
            assertEquals(0, parley.end(), parley::toString);
            assertEquals(List.of(), parley.trespasses(List.of(home, asked)), parley.output());
        }
    }

    @Test
    void theWindowWritesParleysFolder() throws Exception {
        var home = temp.resolve("parley");
        var javafx = List.of("--module-path", Path.of("target/javafx").toAbsolutePath().toString(), "--add-modules", "javafx.controls",
                "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED", "--enable-native-access=javafx.graphics", "-Dglass.platform=Headless", "-Dprism.order=sw");
        try (var parley = Traced.start(trace, user, Map.of("PARLEY_HOME", home.toString()), javafx)) {
            // The model is loaded last: then all libraries are there.
            until(() -> Files.exists(home.resolve("settings.json")) && Files.exists(home.resolve("cache/natives/tokenizers")));
            TimeUnit.SECONDS.sleep(SECONDS);
            parley.close();
            assertEquals(List.of(), parley.trespasses(List.of(home)), parley.output());
        }
    }

    private static void until(BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("nothing came");
            Thread.sleep(50);
        }
    }

    private static long children(Path folder) throws Exception {
        return names(folder).size();
    }

    private static List<String> names(Path folder) throws Exception {
        try (var all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
