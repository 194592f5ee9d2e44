package studio.parley.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {
    @TempDir
    Path folder;
    Path file;

    /** Takes a byte of a file and holds it until it is killed. */
    public static final class Child {
        private Child() {}

        public static void main(String[] args) throws Exception {
            System.out.println(ProcessLock.alone(Path.of(args[0]), Long.parseLong(args[1])).isPresent());
            System.in.read();
        }
    }

    @BeforeEach
    void name() {
        file = folder.resolve("deep/lock");
    }

    @Test
    void isHeldAloneOrShared() throws Exception {
        var first = ProcessLock.shared(file).orElseThrow();
        try (var second = ProcessLock.shared(file).orElseThrow()) {
            assertTrue(ProcessLock.alone(file).isEmpty());
            first.close();
            assertTrue(ProcessLock.alone(file).isEmpty());
        }
        ProcessLock.alone(file).orElseThrow().close();
        assertFalse(ProcessLock.isOwn(file));
    }

    @Test
    void bytesOfOneFileAreLockedOneByOne() throws Exception {
        var one = ProcessLock.alone(file, 1).orElseThrow();
        try (var two = ProcessLock.alone(file, 2).orElseThrow()) {
            assertTrue(ProcessLock.alone(file, 1).isEmpty());
            assertTrue(ProcessLock.alone(file).isEmpty());
            one.close();
            assertEquals("true", child(file, 1));
            assertEquals("false", child(file, 2));
        }
    }

    /** Refused attempts, and other paths to the file, must not open and close it: that would release the lock. */
    @Test
    void isKeptWhateverIsTriedInThisProcess() throws Exception {
        try (var lock = ProcessLock.alone(file, 5).orElseThrow()) {
            var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("deep"));
            assertTrue(ProcessLock.alone(link.resolve("lock"), 5).isEmpty());
            assertTrue(ProcessLock.shared(file).isEmpty());
            assertTrue(ProcessLock.isTaken(link.resolve("../deep/lock"), 5));
            assertEquals("false", child(file, 5));
        }
        assertEquals("true", child(file, 5));
    }

    @Test
    void isReleasedWhenItsProcessDies() throws Exception {
        var child = start(file, 0);
        try {
            assertEquals("true", child.inputReader().readLine());
            assertTrue(ProcessLock.isTaken(file, 0));
            assertTrue(ProcessLock.alone(file).isEmpty());
            child.destroyForcibly().waitFor();
            assertFalse(ProcessLock.isTaken(file, 0));
            ProcessLock.alone(file).orElseThrow().close();
        } finally {
            child.destroyForcibly();
        }
    }

    /** As when somebody empties the cache: new locks are in the new file, where other processes look. */
    @Test
    void aFileDeletedUnderItsLocksIsReplaced() throws Exception {
        try (var before = ProcessLock.alone(file, 1).orElseThrow()) {
            Files.delete(file);
            try (var after = ProcessLock.alone(file, 2).orElseThrow()) {
                assertEquals("false", child(file, 2));
            }
            assertFalse(ProcessLock.isOwn(file));
            before.close();
        }
        ProcessLock.alone(file, 1).orElseThrow().closeAndDelete();
        assertFalse(Files.exists(file));
    }

    @Test
    void theTextSaysWhoHasIt() throws Exception {
        try (var lock = ProcessLock.alone(file, 1 << 20).orElseThrow()) {
            lock.write("a longer text");
            lock.write("17\n");
        }
        assertEquals("17\n", Files.readString(file));
    }

    /** What a process that takes the lock, and is then killed, says about it. */
    private static String child(Path file, long position) throws Exception {
        var child = start(file, position);
        try {
            return child.inputReader().readLine();
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static Process start(Path file, long position) throws Exception {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
                "-cp", System.getProperty("java.class.path"), Child.class.getName(), file.toString(), Long.toString(position))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
