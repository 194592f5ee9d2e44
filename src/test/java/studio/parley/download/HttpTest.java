package studio.parley.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.problem.Problem;

/** How servers, networks and proxies answer instead of sending the file. */
class HttpTest extends DownloadFixture {
    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        server.serve(PATH, (r, out) -> new CountDownLatch(1).await());
        var network = new Network(Map.of(), Duration.ofMillis(50));
        assertEquals(Problem.Kind.NETWORK, refused(network).kind());
        assertEquals(3, network.waits.size());
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
