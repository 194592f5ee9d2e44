package studio.parley.download.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.download.AccessProblem;
import studio.parley.download.Checksum;
import studio.parley.download.Http;
import studio.parley.download.Network;
import studio.parley.download.TestServer;
import studio.parley.download.Token;
import studio.parley.problem.Problem;

class HubTest {
    private static final RepositoryName NAME = RepositoryName.of("o", "n");
    @TempDir
    Path home;

    private TestServer server;
    private FakeHub hub;

    @BeforeEach
    void begin() throws Exception {
        server = new TestServer();
        hub = new FakeHub(server);
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    private HubRepository look(Map<String, String> environment, RepositoryName name, String token) {
        var network = new Network(environment);
        try (var http = new Http(network.options)) {
            return new Hub(http, network.options, e -> { }).repository(name, token.isEmpty() ? Optional.empty() : Optional.of(Token.of(token)));
        }
    }

    private HubRepository look(String token) {
        return look(hub.environment(), NAME, token);
    }

    @Test
    void filesAndTermsAreReadAndTheTokenIsNotSentInVain() {
        var there = hub.add("o/n", Map.of("config.json", "{}".getBytes(), "model.safetensors", new byte[9]));
        var read = look("hf_x");
        assertEquals(there.commit(), read.commit());
        assertEquals(Optional.of("apache-2.0"), read.licence());
        assertEquals(Set.of("config.json", "model.safetensors"), read.names(), "what is in subfolders is not needed");
        assertEquals(9, read.file("model.safetensors").size());
        assertEquals(Checksum.Kind.SHA256, read.file("model.safetensors").checksum().orElseThrow().kind());
        assertEquals("9e26dfeeb6e641a33dae4961196235bdb965b21b", read.file("config.json").checksum().orElseThrow().hex());
        assertEquals(server.address() + there.path("config.json"), read.file("config.json").address().toString());
        assertEquals(Optional.empty(), read.token());
        assertTrue(server.requests().stream().allMatch(r -> r.header("Authorization").isEmpty()));
        assertThrows(Problem.class, () -> read.file("other.bin"));
    }

    @Test
    void aGatedRepositoryNeedsAToken() {
        hub.add("o/n", Map.of("config.json", "{}".getBytes())).gated();
        var without = assertThrows(AccessProblem.class, () -> look(""));
        assertEquals(server.address() + "/o/n", without.page().toString());
        assertTrue(without.getMessage().startsWith("o/n needs a free account. Accept its licence at " + server.address() + "/o/n, create a token"), without.getMessage());
        assertTrue(look(FakeHub.TOKEN).token().isPresent());
    }

    @Test
    void whatDoesNotExistMayBePrivate() {
        hub.missing("o/n");
        assertTrue(assertThrows(AccessProblem.class, () -> look("")).getMessage().startsWith("o/n does not exist on 127.0.0.1, or this account may not read it."));
        assertThrows(AccessProblem.class, () -> look(FakeHub.TOKEN));
    }

    @Test
    void aRevisionIsPartOfTheName() {
        var there = hub.add("o/n", Map.of("config.json", "{}".getBytes()));
        assertEquals(there.commit(), look(hub.environment(), new RepositoryName("o", "n", there.commit()), "").commit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"sha\":\"main\",\"siblings\":[]}", "{\"sha\":\"0123456789012345678901234567890123456789\"}", "<html>login</html>", ""})
    void otherAnswersAreOneSentence(String text) {
        server.serve("/api/models/o/n/revision/main?blobs=true", TestServer.text("application/json", text));
        assertEquals(Problem.Kind.NETWORK, assertThrows(Problem.class, () -> look("")).kind());
        server.serve("/api/models/o/n/revision/main?blobs=true", TestServer.text("text/html", text));
        assertTrue(assertThrows(Problem.class, () -> look("")).getMessage().startsWith("A web page came instead"));
    }

    @Test
    void aSizeThatIsNotStatedIsSaid() {
        server.serve("/api/models/o/n/revision/main?blobs=true", TestServer.text("application/json",
                "{\"sha\":\"0123456789012345678901234567890123456789\",\"siblings\":[{\"rfilename\":\"a.json\"},7,{\"rfilename\":\"../b\"}]}"));
        var read = look("");
        assertEquals(Set.of("a.json"), read.names());
        assertThrows(Problem.class, () -> read.file("a.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x", "huggingface.co", "http://", "https://user:hunter2@x", "::"})
    void aWrongEndpointIsSaidWithoutItsPassword(String endpoint) {
        var problem = assertThrows(Problem.class, () -> look(Map.of("HF_ENDPOINT", endpoint), NAME, ""));
        assertEquals("HF_ENDPOINT is not an address such as https://huggingface.co. Correct or unset it.", problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"sesame/csm-1b,sesame/csm-1b", "sesame/csm-1b@v2,sesame/csm-1b@v2", "https://huggingface.co/sesame/csm-1b,sesame/csm-1b",
        "https://hf.co/Marvis-AI/marvis-tts-250m-v0.1/tree/main,Marvis-AI/marvis-tts-250m-v0.1", "a/b@refs/pr/3,a/b@refs/pr/3"})
    void namesAndAddressesAreRead(String text, String name) {
        assertEquals(name, RepositoryName.parse(text).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "csm", "a/b/c", "/a/b", "../b", "a/..", "a b/c", "https://example.com/a/b", "a/b@", "a/b@x y", "a/b@../c", "a\\b", "-a/b"})
    void otherTextsAreNoNames(String text) {
        assertEquals(Optional.empty(), RepositoryName.parse(text));
    }

    @Test
    void tokensAreFoundAsOtherProgramsFindThem() throws Exception {
        var environment = new HashMap<String, String>(Map.of("HOME", home.toString()));
        var tokens = new HubTokens(home.resolve("own/token"), new Network(environment).options);
        assertEquals(Optional.empty(), tokens.find());
        tokens.keep(Token.of("hf_own"));
        assertFound("hf_own", tokens);
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(home.resolve("own/token")));
        tokens.keep(Token.of("hf_own2"));
        assertFound("hf_own2", tokens);
        Files.createDirectories(home.resolve(".cache/huggingface"));
        Files.writeString(home.resolve(".cache/huggingface/token"), "hf_shared\n");
        assertFound("hf_shared", tokens);
        environment.put("HF_HOME", home.resolve("hf").toString());
        assertFound("hf_own2", tokens);
        environment.put("HF_TOKEN_PATH", "~/.cache/huggingface/token");
        assertFound("hf_shared", tokens);
        environment.put("HF_TOKEN", " hf_env ");
        assertFound("hf_env", tokens);
        try (var files = Files.list(home.resolve("own"))) {
            assertEquals(1, files.count());
        }
    }

    private static void assertFound(String secret, HubTokens tokens) {
        assertEquals(secret, tokens.find().orElseThrow().secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "hf_\u00e4", "a\nb"})
    void otherTextsAreNoTokens(String text) {
        var problem = assertThrows(Problem.class, () -> Token.of(text));
        assertFalse(problem.getMessage().contains("two words"));
        assertEquals("Token", Token.of("hf_x").toString());
    }
}
