package studio.parley.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.problem.Problem;

/** What arrives of a file: whole, in parts, damaged, of another version. */
class DownloaderTest extends DownloadFixture {
    @Test
    void aFileArrivesAndIsNotFetchedAgain() throws Exception {
        run();
        run();
        assertEquals(1, server.requests().size());
        assertEquals(new DownloadEvent.Received("model.safetensors", CONTENT.length, CONTENT.length), events.getLast());
        assertTrue(events.stream().anyMatch(e -> e instanceof DownloadEvent.Checked));
    }

    @Test
    void whatAKilledProcessHasLeftIsContinued() throws Exception {
        part(100_000, TAG);
        run();
        assertEquals("bytes=100000-", server.requests().getFirst().header("Range"));
        assertEquals(TAG, server.requests().getFirst().header("If-Range"));
        assertTrue(events.contains(new DownloadEvent.Received("model.safetensors", 100_000, CONTENT.length)));
    }

    @Test
    void anotherVersionBeginsAgain() throws Exception {
        part(100_000, "\"v0\"");
        run();
    }

    @Test
    void aWeakTagIsNotSent() throws Exception {
        part(100_000, "W/\"v1\"");
        run();
        assertEquals("", server.requests().getFirst().header("If-Range"));
    }

    @Test
    void aWholePartIsOnlyChecked() throws Exception {
        part(CONTENT.length, TAG);
        run();
        assertEquals(0, server.requests().size());
    }

    @Test
    void aDamagedPartIsFetchedAgain() throws Exception {
        Files.write(folder.resolve("model.safetensors.part"), new byte[CONTENT.length]);
        run();
        Files.delete(folder.resolve("model.safetensors"));
        Files.write(folder.resolve("model.safetensors.part"), new byte[1000]);
        run();
    }

    @Test
    void aPartThatIsTooLongIsFetchedAgain() throws Exception {
        Files.write(folder.resolve("model.safetensors.part"), new byte[CONTENT.length + 1]);
        run();
        assertEquals("", server.requests().getFirst().header("Range"));
    }

    @Test
    void aServerWithoutRangesBeginsAgain() throws Exception {
        part(100_000, TAG);
        server.serve(PATH, (r, out) -> TestServer.write(out, 200, new String[0], CONTENT));
        run();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 99999-299999/300000", "bytes 100000-299999/300001", "bytes */300000", "nonsense", ""})
    void aWrongPartIsNotTaken(String range) throws Exception {
        part(100_000, TAG);
        server.first(PATH, (r, out) -> TestServer.write(out, 206, new String[] {"Content-Range: " + range}, new byte[200_000]));
        run();
    }

    @Test
    void notSatisfiableBeginsAgain() throws Exception {
        part(100_000, TAG);
        server.first(PATH, TestServer.status(416));
        run();
        assertEquals("", server.requests().getLast().header("Range"));
    }

    @Test
    void aConnectionThatBreaksIsContinued() throws Exception {
        server.first(PATH, TestServer.broken(CONTENT, 120_000, CONTENT.length, "ETag: " + TAG));
        var network = run();
        assertEquals("bytes=120000-", server.requests().getLast().header("Range"));
        assertEquals(List.of(Duration.ofSeconds(1)), network.waits);
    }

    @Test
    void aConnectionThatAlwaysBreaksButMovesOnIsNotGivenUp() throws Exception {
        server.serve(PATH, (r, out) -> {
            int from = r.header("Range").isEmpty() ? 0 : Integer.parseInt(r.header("Range").replaceAll("\\D", ""));
            int to = Math.min(CONTENT.length, from + 40_000);
            out.write(("HTTP/1.1 " + (from == 0 ? 200 : 206) + " X\r\nConnection: close\r\nContent-Length: " + (CONTENT.length - from) + "\r\nContent-Range: bytes " + from + "-"
                    + (CONTENT.length - 1) + "/" + CONTENT.length + "\r\n\r\n").getBytes());
            out.write(CONTENT, from, to - from);
        });
        run();
        assertEquals(8, server.requests().size());
    }

    @Test
    void aServerThatStallsIsAskedAgain() throws Exception {
        server.first(PATH, server.stalling(CONTENT, 50_000, "ETag: " + TAG));
        run(new Network(Map.of(), Duration.ofMillis(300)), file());
        assertWhole();
        assertEquals("bytes=50000-", server.requests().getLast().header("Range"));
        assertTrue(events.contains(new DownloadEvent.Waiting("no data for a while", 1)), events::toString);
    }

    @Test
    void aWrongLengthIsRefused() throws Exception {
        server.serve(PATH, (r, out) -> TestServer.write(out, 200, new String[0], Arrays.copyOf(CONTENT, CONTENT.length - 1)));
        assertEquals("The server offers 299999 bytes instead of 300000. Check the internet connection, the proxy (HTTPS_PROXY) and the firewall, then try again; "
                + "what has been downloaded from 127.0.0.1 is kept.", refused().getMessage());
        server.serve(PATH, (r, out) -> {
            out.write("HTTP/1.1 200 X\r\nConnection: close\r\n\r\n".getBytes());
            out.write(CONTENT);
            out.write(1);
        });
        assertTrue(refused().getMessage().contains("more bytes than announced"));
        server.serve(PATH, (r, out) -> {
            out.write("HTTP/1.1 200 X\r\nConnection: close\r\n\r\n".getBytes());
            out.write(CONTENT, 0, 1000);
        });
        assertTrue(refused().getMessage().contains("ended early"));
        assertEquals(12, server.requests().size());
    }

    @Test
    void wrongContentIsRefused() {
        server.serve(PATH, TestServer.file(new byte[CONTENT.length], TAG));
        var problem = refused();
        assertEquals(Problem.Kind.MODEL, problem.kind());
        assertTrue(problem.getMessage().contains("hash differs"), problem.getMessage());
        assertFalse(Files.exists(folder.resolve("model.safetensors")));
        assertFalse(Files.exists(folder.resolve("model.safetensors.part")));
    }

    @Test
    void gitsHashOfASmallFileIsCheckedToo() throws Exception {
        var text = "hello\n".getBytes();
        server.serve("/a", TestServer.file(text, TAG));
        var right = new RemoteFile(server.address().resolve("/a"), "a.txt", text.length, Optional.of(new Checksum(Checksum.Kind.GIT, "ce013625030ba8dba906f756967f9e9ca394464a")));
        run(new Network(Map.of()), right);
        assertEquals("hello\n", Files.readString(folder.resolve("a.txt")));
        var wrong = new RemoteFile(right.address(), "b.txt", text.length, Optional.of(new Checksum(Checksum.Kind.GIT, "0".repeat(40))));
        assertThrows(Problem.class, () -> run(new Network(Map.of()), wrong));
    }

    @Test
    void anEmptyFileArrives() throws Exception {
        server.serve("/e", TestServer.file(new byte[0], TAG));
        run(new Network(Map.of()), new RemoteFile(server.address().resolve("/e"), "e.txt", 0, Optional.empty()));
        assertEquals(0, Files.size(folder.resolve("e.txt")));
    }

    @Test
    void interruptingStopsAtOnceAndTheRestComesLater() throws Exception {
        server.first(PATH, server.stalling(CONTENT, 50_000, "ETag: " + TAG));
        var half = new CountDownLatch(1);
        var ended = new CompletableFuture<Throwable>();
        var worker = Thread.ofPlatform().start(() -> {
            try (var http = new Http(new Network(Map.of()).options)) {
                new Downloader(http, e -> {
                    if (e instanceof DownloadEvent.Received r && r.done() == 50_000) half.countDown();
                }).run(List.of(file()), folder, Optional.empty(), page());
                ended.complete(new AssertionError("not stopped"));
            } catch (Throwable e) {
                ended.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("the interrupt is lost", e));
            }
        });
        half.await();
        worker.interrupt();
        assertInstanceOf(CancellationException.class, ended.join());
        assertEquals(50_000, Files.size(folder.resolve("model.safetensors.part")));
        run();
        assertEquals("bytes=50000-", server.requests().getLast().header("Range"));
    }

    @Test
    void whatDoesNotFitIsNotBegun() {
        var huge = new RemoteFile(server.address().resolve(PATH), "huge", 1L << 60, Optional.empty());
        var problem = assertThrows(Problem.class, () -> run(new Network(Map.of()), huge));
        assertEquals(Problem.Kind.DISK, problem.kind());
        assertTrue(problem.getMessage().startsWith("The download needs 1152921504.6 GB, but the disk of " + folder), problem.getMessage());
        assertEquals(0, server.requests().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "..", ".hidden", "a\\b", "C:x", "", "a b", "a\n"})
    void noServerChoosesAnotherPlace(String name) {
        assertThrows(Problem.class, () -> new RemoteFile(URI.create("http://x/"), name, 1, Optional.empty()));
    }
}
