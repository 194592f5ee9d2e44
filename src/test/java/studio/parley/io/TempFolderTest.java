package studio.parley.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TempFolderTest {
    @TempDir
    Path cache;

    /** Holds a folder with a file in it until it is killed. */
    public static final class Child {
        private Child() {}

        public static void main(String[] args) throws Exception {
            try (var folder = TempFolder.open(Path.of(args[0]))) {
                Files.createFile(Files.createDirectory(folder.path().resolve("clips")).resolve("a.wav"));
                System.out.println(folder.path());
                System.in.read();
            }
        }
    }

    @Test
    void isForItsUserOnlyAndGoesWhenItIsEmpty() throws Exception {
        var parent = cache.resolve("deep/tmp");
        try (var folder = TempFolder.open(parent)) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(parent)));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())));
        }
        assertEquals(List.of(), names(parent));
    }

    @Test
    void whatADeadProcessLeftIsRemovedAndALivingOnesStays() throws Exception {
        var parent = cache.resolve("tmp");
        var living = child(parent);
        var dead = child(parent);
        try {
            var kept = Path.of(living.inputReader().readLine());
            var left = Path.of(dead.inputReader().readLine());
            dead.destroyForcibly().waitFor();
            assertTrue(Files.exists(left.resolve("clips/a.wav")));
            try (var own = TempFolder.open(parent); var second = TempFolder.open(parent)) {
                assertFalse(Files.exists(left));
                assertTrue(Files.exists(kept.resolve("clips/a.wav")));
                assertNotEquals(own.path(), second.path());
                assertTrue(Files.exists(own.path()));
            }
            assertEquals(2, names(parent).size());
        } finally {
            living.destroyForcibly().waitFor();
            dead.destroyForcibly().waitFor();
        }
    }

    private static Process child(Path parent) throws Exception {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
                "-cp", System.getProperty("java.class.path"), Child.class.getName(), parent.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static List<String> names(Path folder) throws Exception {
        try (var all = Files.list(folder)) {
            return all.map(f -> f.getFileName().toString()).toList();
        }
    }
}
