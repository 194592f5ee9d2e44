package studio.parley.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceSocketTest {
    @TempDir
    Path temp;
    private Path file;
    private final List<String> received = new CopyOnWriteArrayList<>();

    @BeforeEach
    void name() {
        file = temp.resolve("cache/window/0");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        if (Files.exists(file)) Files.delete(file);
    }

    @Test
    void theFirstGetsWhatTheSecondWasStartedWith() {
        try (var first = InstanceSocket.open(file, received::add).orElseThrow()) {
            assertTrue(InstanceSocket.send(file, "/home/Zoë/Küste.parley"));
            assertTrue(InstanceSocket.send(file, ""));
        }
        assertEquals(List.of("/home/Zoë/Küste.parley", ""), received);
        assertFalse(Files.exists(file), "the socket is removed");
    }

    @Test
    void withoutAWindowNobodyTakesIt() {
        assertFalse(InstanceSocket.send(file, "x"));
    }

    /** What a crash leaves: the file of a socket that nobody listens on. */
    @Test
    void aStaleFileIsPassedOverAndReplaced() throws Exception {
        Files.createDirectories(file.getParent());
        try (var crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            crashed.bind(UnixDomainSocketAddress.of(file));
        }
        assertTrue(Files.exists(file));
        assertFalse(InstanceSocket.send(file, "x"));
        try (var next = InstanceSocket.open(file, received::add).orElseThrow()) {
            assertTrue(InstanceSocket.send(file, "y"));
        }
        Files.writeString(file, "not a socket");
        assertFalse(InstanceSocket.send(file, "x"));
    }

    @Test
    void oneProcessReceives() {
        try (var first = InstanceSocket.open(file, received::add).orElseThrow()) {
            assertTrue(InstanceSocket.open(file, received::add).isEmpty());
            assertTrue(InstanceSocket.send(file, "still the first"));
        }
        try (var next = InstanceSocket.open(file, received::add).orElseThrow()) {
            assertTrue(InstanceSocket.send(file, "the next"));
        }
        assertEquals(List.of("still the first", "the next"), received);
    }

    /** A window that hangs or fails does not confirm; the second start opens its own. */
    @Test
    void whatIsNotConfirmedIsNotTaken() throws Exception {
        Files.createDirectories(file.getParent());
        try (var hangs = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            hangs.bind(UnixDomainSocketAddress.of(file));
            long before = System.nanoTime();
            assertFalse(InstanceSocket.send(file, "x"));
            assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 120, "it waits for ever");
        }
        try (var fails = InstanceSocket.open(file, message -> {
            throw new IllegalStateException(message);
        }).orElseThrow()) {
            assertFalse(InstanceSocket.send(file, "x"));
            assertFalse(InstanceSocket.send(file, "y"), "and goes on listening");
        }
    }

    @Test
    void aMessageWithoutEndIsRefused() {
        try (var first = InstanceSocket.open(file, received::add).orElseThrow()) {
            assertFalse(InstanceSocket.send(file, "x".repeat(100_000)));
            assertTrue(InstanceSocket.send(file, "y"));
        }
        assertEquals(List.of("y"), received);
    }

    /** The name of a socket is limited to about a hundred bytes: no reason not to start. */
    @Test
    void aLongFolderMeansAWindowOfItsOwn() {
        var far = temp.resolve("x".repeat(120)).resolve("cache/window/0");
        assertTrue(InstanceSocket.open(far, received::add).isEmpty());
        assertFalse(InstanceSocket.send(far, "x"));
    }

    @Test
    void onlyTheUserCanReachIt() throws Exception {
        if (!Files.getFileStore(temp).supportsFileAttributeView("posix")) return;
        try (var first = InstanceSocket.open(file, received::add).orElseThrow()) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        }
    }

    @Test
    void anotherDisplayOrHomeIsAnotherWindow() {
        var here = InstanceSocket.file(AppFolders.under(temp), Map.of("DISPLAY", ":0"));
        assertEquals(here, InstanceSocket.file(AppFolders.under(temp), Map.of("DISPLAY", ":0")));
        assertNotEquals(here, InstanceSocket.file(AppFolders.under(temp), Map.of("DISPLAY", ":1")));
        assertNotEquals(here, InstanceSocket.file(AppFolders.under(temp.resolve("other")), Map.of("DISPLAY", ":0")));
    }
}
