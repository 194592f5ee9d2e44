package studio.parley.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.io.StrictJson;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;

/** A server on loopback that speaks with the bundled voice. */
abstract class ServerTestCase {
    static {
        // Java reads this once, with the first client of a process, and tests of downloads through a proxy may follow in this one.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    static final Path PROGRAM = Path.of("").toAbsolutePath();
    /** Takes longer to speak than any test waits. */
    static final String LONG = "This is one of very many sentences that follow each other. ".repeat(65).strip();
    private static LoadedModel model;
    @TempDir
    static Path home;

    final List<String> log = new CopyOnWriteArrayList<>();
    SpeechServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    static AppDirectories directories() {
        return AppDirectories.under(home, Optional.of(PROGRAM));
    }

    @BeforeAll
    static void open() {
        model = LoadedModel.open(PROGRAM.resolve("assets/voice"), "cpu", 1, Optional.empty(), directories(), s -> { });
    }

    @AfterAll
    static void shut() {
        model.close();
    }

    @BeforeEach
    void begin() {
        server = serve(options());
    }

    @AfterEach
    void end() {
        server.close();
        client.shutdownNow();
    }

    ServerOptions options() {
        return new ServerOptions("127.0.0.1", 0, Optional.empty(), 4, Optional.of(PROGRAM.resolve("assets/ears")), 1);
    }

    SpeechServer serve(ServerOptions options) {
        return new SpeechServer(model, options, directories(), log::add);
    }

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    HttpResponse<byte[]> get(String path) {
        return send(at(path).GET());
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<byte[]> post(String path, String body) {
        return send(at(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<byte[]> speech(String body) {
        return post("/v1/audio/speech", body);
    }

    static JsonObject json(HttpResponse<byte[]> answer) {
        return StrictJson.object(new String(answer.body(), StandardCharsets.UTF_8)).orElseThrow();
    }

    /** An error in OpenAI's form, whose message is a sentence; returns that. */
    static String error(int status, HttpResponse<byte[]> answer) {
        assertEquals(status, answer.statusCode(), () -> new String(answer.body(), StandardCharsets.UTF_8));
        var error = json(answer).getAsJsonObject("error");
        assertTrue(error.has("type") && error.has("param") && error.has("code"), error::toString);
        var message = error.get("message").getAsString();
        assertTrue(message.matches("(?s)[A-Z'].*[.]"), message);
        assertTrue(!message.contains("Exception") && !message.contains("java."), message);
        return message;
    }
}
