package studio.parley.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.io.Sha256;
import studio.parley.problem.Problem;

/** One file from servers of all kinds. */
class DownloaderTest {
    private static final String PATH = "/o/n/resolve/c/model.safetensors";
    private static final String TAG = "\"v1\"";
    private static final byte[] CONTENT = content();
    @TempDir
    Path folder;

    private final List<DownloadEvent> events = Collections.synchronizedList(new ArrayList<>());
    private TestServer server;

    private static byte[] content() {
        var bytes = new byte[300_000];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void begin() throws Exception {
        server = new TestServer();
        server.serve(PATH, TestServer.file(CONTENT, TAG));
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    private RemoteFile file() {
        return new RemoteFile(server.address().resolve(PATH), "model.safetensors", CONTENT.length, Optional.of(new Checksum(Checksum.Kind.SHA256, Sha256.hex(CONTENT))));
    }

    private URI page() {
        return server.address().resolve("/o/n");
    }

    private void run(Network network, RemoteFile file) {
        run(network, file, Optional.empty());
    }

    private void run(Network network, RemoteFile file, Optional<Token> token) {
        try (var http = new Http(network.options)) {
            new Downloader(http, events::add).run(List.of(file), folder, token, page());
        }
    }

    private Network run() throws Exception {
        var network = new Network(Map.of());
        run(network, file());
        assertWhole();
        return network;
    }

    private void assertWhole() throws Exception {
        assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("model.safetensors")));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing but the file is left");
        }
    }

    private Problem refused(Network network) {
        return assertThrows(Problem.class, () -> run(network, file()));
    }

    private Problem refused() {
        return refused(new Network(Map.of()));
    }

    private void part(int bytes, String tag) throws Exception {
        Files.write(folder.resolve("model.safetensors.part"), Arrays.copyOf(CONTENT, bytes));
        Files.writeString(folder.resolve("model.safetensors.part.etag"), tag);
    }

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
    void aServerThatNeverAnswersIsGivenUp() {
        server.serve(PATH, (r, out) -> new CountDownLatch(1).await());
        var network = new Network(Map.of(), Duration.ofMillis(50));
        assertEquals(Problem.Kind.NETWORK, refused(network).kind());
        assertEquals(3, network.waits.size());
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

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429, 408})
    void errorsThatPassAreWaitedFor(int status) throws Exception {
        server.first(PATH, TestServer.status(status, "Retry-After: 7"), TestServer.status(status));
        assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(2)), run().waits);
    }

    @Test
    void anErrorPageOfAServerMayPassToo() throws Exception {
        server.first(PATH, TestServer.status(503, "Content-Type: text/html"));
        run();
    }

    @Test
    void errorsThatStayAreGivenUp() {
        server.serve(PATH, TestServer.status(500));
        var network = new Network(Map.of());
        assertTrue(refused(network).getMessage().startsWith("127.0.0.1 has an error (500). "));
        assertEquals(List.of(1L, 2L, 4L), network.waits.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void aLongWaitIsForThePerson() {
        server.serve(PATH, TestServer.status(429, "Retry-After: 3601"));
        var network = new Network(Map.of());
        assertEquals("127.0.0.1 asks to wait 61 minutes. Try again then; what has been downloaded is kept.", refused(network).getMessage());
        assertEquals(List.of(), network.waits);
    }

    @Test
    void whatDoesNotExistIsNotAskedForTwice() {
        server.serve(PATH, TestServer.status(404));
        assertEquals("model.safetensors does not exist on 127.0.0.1. Check the name.", refused().getMessage());
        server.serve(PATH, TestServer.status(400));
        assertEquals(Problem.Kind.NETWORK, refused().kind());
        server.serve(PATH, TestServer.status(302));
        assertEquals(Problem.Kind.NETWORK, refused().kind());
        server.serve(PATH, TestServer.status(407));
        assertTrue(refused().getMessage().startsWith("The proxy asks for a name and a password."));
        assertEquals(4, server.requests().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aRefusalNamesTheLicence(int status) {
        server.serve(PATH, TestServer.status(status));
        var without = assertInstanceOf(AccessProblem.class, refused());
        assertEquals(page(), without.page());
        assertEquals("model.safetensors needs a free account. Accept its licence at " + page() + ", create a token at " + server.address() + "/settings/tokens and enter it.",
                without.getMessage());
        var with = assertThrows(AccessProblem.class, () -> run(new Network(Map.of()), file(), Optional.of(Token.of("hf_secret"))));
        assertTrue(with.getMessage().startsWith("model.safetensors is not open to this token."), with.getMessage());
        assertFalse((with + String.valueOf(with.getCause())).contains("secret"));
    }

    @Test
    void anExpiredAddressOfAnotherServerIsAskedForAgain() throws Exception {
        server.serve(PATH, TestServer.redirect(server.otherHost() + "/cdn"));
        server.serve("/cdn", TestServer.file(CONTENT, TAG));
        server.first("/cdn", TestServer.status(403));
        run();
        assertEquals(2, server.requests(PATH).size());
    }

    @Test
    void theTokenStaysWithItsServer() throws Exception {
        server.serve(PATH, TestServer.redirect("/again"));
        server.serve("/again", TestServer.redirect(server.otherHost() + "/cdn"));
        server.serve("/cdn", TestServer.file(CONTENT, TAG));
        run(new Network(Map.of()), file(), Optional.of(Token.of("hf_secret\n")));
        assertWhole();
        assertEquals(List.of("Bearer hf_secret", "Bearer hf_secret", ""), server.requests().stream().map(r -> r.header("Authorization")).toList());
    }

    @Test
    void aCircleOfRedirectsEnds() {
        server.serve(PATH, TestServer.redirect(PATH));
        assertTrue(refused().getMessage().contains("redirects in a circle"));
    }

    @Test
    void aLoginPageIsNotTakenForAFile() {
        var page = "<html>Welcome to the hotel</html>";
        for (var type : List.of("text/html", "Text/HTML; charset=utf-8")) {
            server.serve(PATH, TestServer.text(type, page));
            assertTrue(refused().getMessage().startsWith("A web page came instead of the file from 127.0.0.1."));
        }
        server.serve(PATH, TestServer.redirect(server.otherHost() + "/login"));
        server.serve("/login", TestServer.text("text/html", page));
        assertEquals(Problem.Kind.NETWORK, refused().kind());
    }

    @Test
    void noServerIsOneSentence() throws Exception {
        server.close();
        var network = new Network(Map.of());
        assertEquals("The server 127.0.0.1 cannot be reached. Check the internet connection, the proxy (HTTPS_PROXY) and the firewall, then try again; what has been "
                + "downloaded from 127.0.0.1 is kept.", refused(network).getMessage());
        assertEquals(3, network.waits.size());
    }

    @Test
    void nonsenseInsteadOfHttpIsOneSentence() {
        server.serve(PATH, (r, out) -> out.write("SSH-2.0-OpenSSH_9\r\n\r\n".getBytes()));
        assertEquals(Problem.Kind.NETWORK, refused().kind());
    }

    @Test
    void offlineIsRespected() {
        assertTrue(refused(new Network(Map.of("HF_HUB_OFFLINE", "1"))).getMessage().startsWith("HF_HUB_OFFLINE is set"));
        assertEquals(0, server.requests().size());
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

    @Test
    void aProxyForHttpsIsAskedForATunnel() throws Exception {
        try (var proxy = new TestServer()) {
            proxy.serve("hub.invalid:443", TestServer.status(407, "Proxy-Authenticate: Basic realm=\"x\""));
            var there = new RemoteFile(URI.create("https://hub.invalid/x"), "model.safetensors", CONTENT.length, Optional.empty());
            var problem = assertThrows(Problem.class, () -> run(new Network(Map.of("HTTPS_PROXY", "http://user:hunter2@127.0.0.1:" + proxy.address().getPort())), there));
            assertTrue(problem.getMessage().startsWith("The proxy asks for a name and a password."), problem.getMessage());
            assertEquals("CONNECT", proxy.requests().getFirst().method());
            assertEquals("Basic dXNlcjpodW50ZXIy", proxy.requests().getFirst().header("Proxy-Authorization"));
        }
    }

    @Test
    void theProxyOfTheEnvironmentIsUsed() throws Exception {
        try (var proxy = new TestServer()) {
            proxy.serve("http://hub.invalid/x", TestServer.file(CONTENT, TAG));
            var there = new RemoteFile(URI.create("http://hub.invalid/x"), "model.safetensors", CONTENT.length, Optional.empty());
            run(new Network(Map.of("http_proxy", "http://user:hunter2@127.0.0.1:" + proxy.address().getPort())), there);
            assertWhole();
            assertEquals("Basic dXNlcjpodW50ZXIy", proxy.requests().getFirst().header("Proxy-Authorization"));
            var problem = assertThrows(Problem.class, () -> run(new Network(Map.of("HTTP_PROXY", "http://user:hunter2@:0")), new RemoteFile(there.address(), "b", 1, Optional.empty())));
            assertFalse(problem.getMessage().contains("hunter2"));
            run(new Network(Map.of("ALL_PROXY", "http://127.0.0.1:1", "NO_PROXY", "example.com, 127.0.0.1")), new RemoteFile(file().address(), "c", CONTENT.length, Optional.empty()));
            assertEquals("", server.requests().getFirst().header("Proxy-Authorization"));
        }
    }
}
