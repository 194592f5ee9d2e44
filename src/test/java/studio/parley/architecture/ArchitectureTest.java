package studio.parley.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void noPackageImportsOneItMayNot() throws Exception {
        assertEquals(new TreeSet<>(), Layers.breaches(CLASSES, Layers.PLAN));
    }

    @Test
    void partsOfTheWindowKnowOnlyKitAndSession() throws Exception {
        assertEquals(new TreeSet<>(), Layers.sideways(CLASSES));
    }

    @Test
    void onlyAudioSharesTheArraysOfASound() throws Exception {
        assertEquals(new TreeSet<>(), Layers.arraysShared(CLASSES));
    }

    @Test
    void noPackagesImportEachOther() throws Exception {
        assertEquals(Set.of(), Layers.cycles(CLASSES));
    }

    /** Parley downloads what it is asked for; nothing else in it may open a connection. */
    @Test
    void onlyDownloadsOpenConnections() throws Exception {
        assertEquals(new TreeSet<>(), Layers.connections(CLASSES));
        assertTrue(Layers.connections(Path.of("target", "test-classes")).stream().anyMatch(c -> c.contains("ArchitectureTest") && c.contains("java.net.ServerSocket")), "the check sees one");
        assertTrue(Layers.connections(Path.of("target", "test-classes")).stream().anyMatch(c -> c.contains("ArchitectureTest") && c.contains("URL.openStream")));
    }

    /** What {@link #onlyDownloadsOpenConnections} must find. */
    static int connecting(java.net.URL address) throws Exception {
        try (var socket = new java.net.ServerSocket(0); var in = address.openStream()) {
            return socket.getLocalPort() + in.read();
        }
    }

    /** Problems are sentences, whichever command says them. */
    @Test
    void problemsBeginWithACapital() throws Exception {
        var small = Pattern.compile("\\bProblem(?:\\.[a-z]+)?\\((?:Problem\\.Kind\\.[A-Z]+, )?\"[a-z]");
        for (var root : List.of("src/main/java", "onnx-export/src/main/java")) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    var found = small.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
                    assertEquals(List.of(), found, file.toString());
                }
            }
        }
    }

    @Test
    void anUnplannedLayerIsReported() throws Exception {
        var withoutCli = new HashMap<>(Layers.PLAN);
        withoutCli.remove("cli");
        assertTrue(Layers.breaches(CLASSES, withoutCli).contains("unknown layer cli"));
    }
}
