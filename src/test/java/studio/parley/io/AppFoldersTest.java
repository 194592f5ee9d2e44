package studio.parley.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;

class AppFoldersTest {
    @TempDir
    Path temp;

    @Test
    void linuxFollowsXdgOnlyWhereItIsAbsolute() {
        var env = Map.of("XDG_CONFIG_HOME", "/c", "XDG_CACHE_HOME", "relative", "HOME", "/home/u");
        assertEquals(new AppFolders(Path.of("/c/parley"), Path.of("/home/u/.local/share/parley"), Path.of("/home/u/.cache/parley")),
                AppFolders.ofSystem("Linux", env, "/elsewhere"));
    }

    @Test
    void withoutHomeTheSystemKnowsIt() {
        assertEquals(Path.of("/var/lib/u/.config/parley"), AppFolders.ofSystem("Linux", Map.of(), "/var/lib/u").settings());
        assertEquals(Path.of("/var/lib/u/.config/parley"), AppFolders.ofSystem("Linux", Map.of("HOME", ""), "/var/lib/u").settings());
        // What Java says of a user without an entry.
        var problem = assertThrows(Problem.class, () -> AppFolders.ofSystem("Linux", Map.of(), "?"));
        assertTrue(problem.getMessage().contains("PARLEY_HOME"), problem.getMessage());
    }

    @Test
    void everyPlaceNamedMakesAHomeUnnecessary() {
        var env = Map.of("XDG_CONFIG_HOME", "/c", "XDG_DATA_HOME", "/d", "XDG_CACHE_HOME", "/e");
        assertEquals(Path.of("/e/parley"), AppFolders.ofSystem("Linux", env, "?").cache());
    }

    @Test
    void aHomeThatIsAFileOrLeadsNowhereIsNamed() throws Exception {
        refused(Files.createFile(temp.resolve("file")));
        refused(Files.createSymbolicLink(temp.resolve("link"), temp.resolve("gone")));
    }

    private static void refused(Path home) {
        var before = System.getProperty("parley.home");
        System.setProperty("parley.home", home.toString());
        try {
            var problem = assertThrows(Problem.class, AppFolders::ofUser);
            assertTrue(problem.getMessage().contains(home + ", which is not a folder"), problem.getMessage());
        } finally {
            System.setProperty("parley.home", before);
        }
    }
}
