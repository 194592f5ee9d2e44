package studio.parley.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.audio.wav.WavMetadata;

/** What is refused, and how. */
class RefusalTest extends ServerTestCase {
    private static final String VALID = "{\"model\":\"tts-1\",\"input\":\"Yes.\",\"voice\":\"ann\",\"response_format\":\"pcm\",\"speed\":1,\"seed\":1,\"temperature\":0.8,"
            + "\"conversation\":[{\"voice\":\"ben\",\"text\":\"No?\"}]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|input", "{\"input\":null}|input", "{\"input\":7}|input", "{\"input\":\" \"}|input", "{\"input\":\"x\",\"voice\":[]}|voice", "{\"input\":\"x\",\"voice\":\"nobody\"}|voice",
        "{\"input\":\"x\",\"response_format\":\"aac\"}|response_format", "{\"input\":\"x\",\"speed\":0.2}|speed", "{\"input\":\"x\",\"speed\":4.1}|speed",
        "{\"input\":\"x\",\"speed\":\"1\"}|speed", "{\"input\":\"x\",\"stream\":1}|stream", "{\"input\":\"x\",\"stream_format\":\"sse\"}|stream_format",
        "{\"input\":\"x\",\"seed\":1.5}|seed", "{\"input\":\"x\",\"seed\":-1}|seed", "{\"input\":\"x\",\"temperature\":9}|temperature", "{\"input\":\"x\",\"top_k\":0}|top_k",
        "{\"input\":\"x\",\"reference\":\"!\"}|reference", "{\"input\":\"x\",\"reference\":\"aGVsbG8=\"}|reference", "{\"input\":\"x\",\"conversation\":{}}|conversation",
        "{\"input\":\"x\",\"conversation\":[1]}|conversation", "{\"input\":\"x\",\"conversation\":[{\"text\":\"\"}]}|conversation[0].text",
        "{\"input\":\"x\",\"conversation\":[{\"text\":\"y\",\"voice\":\"nobody\"}]}|conversation[0].voice",
        "{\"input\":\"x\",\"conversation\":[{\"text\":\"y\",\"audio\":\"\"}]}|conversation[0].audio", "{\"input\":\"x\",\"reference_text\":\"y\"}|reference_text",
        "{\"input\":\"x\",\"voice\":\"reference\"}|voice", "{\"input\":\"x\",\"conversation\":[{\"text\":\"y\",\"voice\":\"reference\"}]}|conversation[0].voice",
        "{\"input\":\"\ud83d\ude42\"}|input", "{\"input\":\"?! \u2026 -\"}|input", "{\"input\":\"\u65e5\u672c\"}|input", "{\"input\":\"x\",\"conversation\":[{\"text\":\"\ud83d\ude42\"}]}|conversation[0].text"})
    void aWrongValueIsNamed(String body, String parameter) {
        var answer = speech(body);
        error(400, answer);
        assertEquals(parameter, json(answer).getAsJsonObject("error").get("param").getAsString());
    }

    /** Names are looked up; none is ever part of a path. */
    @ParameterizedTest
    @ValueSource(strings = {"../refs/ann", "/etc/passwd", "ann.wav", "ann\\u0000", "C:\\\\ann", "file:///etc/passwd", "\\\\\\\\host\\\\share", "."})
    void aPathIsNoVoice(String name) {
        assertTrue(error(400, speech("{\"input\":\"x\",\"voice\":\"" + name + "\"}")).endsWith("Use one of: ann, ben, keeper, default, random."));
    }

    @Test
    void whatIsNoRequestIsRefused() {
        for (var body : List.of("", "{", "[]", "null", "{\"input\":\"x\"} {}", "[".repeat(10_000), "{'input':'x'}")) error(400, speech(body));
        error(400, send(at("/v1/audio/speech").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xff, '"'}))));
        error(404, get("/"));
        error(404, get("/v1/audio/speech/../../x"));
        var another = speech("{\"input\":\"x\",\"model\":\"another\"}");
        error(404, another);
        assertEquals("model", json(another).getAsJsonObject("error").get("param").getAsString());
        assertTrue(error(400, speech("")).startsWith("The body is empty."));
        assertTrue(error(400, speech("{\"input\":\"x\",\"reference\":\"!!!\"}")).contains("is not Base64"));
        var wrong = get("/v1/audio/speech");
        error(405, wrong);
        assertEquals("POST", wrong.headers().firstValue("Allow").orElse(""));
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertTrue(error(400, speech("{\"input\":\"" + "x".repeat(4097) + "\"}")).contains("4097 characters"));
        error(413, speech("{\"input\":\"" + "x".repeat(17 << 20) + "\"}"));
        var streamed = HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[(16 << 20) + 1]));
        error(413, send(at("/v1/audio/speech").POST(streamed)));
    }

    /** Most programs read nothing before they have sent everything. */
    @ParameterizedTest
    @CsvSource({"/v1/audio/speech,localhost,413", "/v1/audio/speech,evil.example,403", "/nothing,localhost,404"})
    void whoSendsEverythingFirstSeesTheRefusal(String path, String host, int status) throws Exception {
        var body = new byte[24 << 20];
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var out = socket.getOutputStream();
            var head = "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < body.length; at += 1 << 20) out.write(body, at, 1 << 20);
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " ") && answer.contains("\"message\""), answer);
        }
    }

    /** A request to speak what the model cannot say is refused, one to speak words with something else among them is not. */
    @Test
    void signsAmongWordsDoNoHarm() {
        assertEquals(200, speech("{\"input\":\"Yes \ud83d\ude42\"}").statusCode());
        assertEquals(200, speech("{\"input\":\"5 %\"}").statusCode());
    }

    private static String silence(int seconds) {
        var sound = WavFiles.bytes(Pcm.mono(8000, new float[8000 * seconds]), SampleFormat.PCM_16, WavMetadata.aiGenerated("test"));
        return java.util.Base64.getEncoder().encodeToString(sound);
    }

    @Test
    void soundThatIsTooLongIsRefused() {
        assertTrue(error(413, speech("{\"input\":\"x\",\"reference\":\"" + silence(61) + "\"}")).startsWith("'reference' is longer than a minute."));
        var turn = "{\"text\":\"y\",\"audio\":\"" + silence(160) + "\"}";
        var answer = speech("{\"input\":\"x\",\"conversation\":[" + turn + "," + turn + "]}");
        assertTrue(error(413, answer).contains("longer than five minutes"));
        assertEquals("conversation[1].audio", json(answer).getAsJsonObject("error").get("param").getAsString());
    }

    @Test
    void fuzzedBodiesGetAnAnswerOfTheInterface() {
        var random = new Random(Long.getLong("test.seed", 0));
        for (int i = 0; i < 300; i++) {
            var bytes = VALID.getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(4); n >= 0; n--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(random.nextBoolean() ? 256 : 128);
            var answer = send(at("/v1/audio/speech").POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
            if (answer.statusCode() != 200) error(answer.statusCode() == 404 ? 404 : 400, answer);
        }
    }

    private String raw(String request) throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost:8880,200", "127.0.0.1,200", "[::1]:1,200", "LOCALHOST,200", "evil.example:8880,403", "localhost.evil.example,403", "127.0.0.1.evil.example,403", "1.2.3.4,403"})
    void onlyLocalNamesAreAnswered(String host, int status) throws Exception {
        var answer = raw("GET /health HTTP/1.1\r\nHost: " + host + "\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:3000,200", "http://127.0.0.1:8000,200", "https://evil.example,403", "null,403", "http://localhost.evil.example,403"})
    void onlyPagesOfThisMachineAreAnswered(String origin, int status) {
        var answer = send(at("/v1/models").header("Origin", origin).GET());
        assertEquals(status, answer.statusCode());
        assertEquals(status == 200, answer.headers().firstValue("Access-Control-Allow-Origin").filter(origin::equals).isPresent());
        assertEquals(status == 200 ? 204 : 403, send(at("/v1/audio/speech").header("Origin", origin).method("OPTIONS", HttpRequest.BodyPublishers.noBody())).statusCode());
    }

    @Test
    void aKeyIsNeededIfThereIsOne() throws Exception {
        server.close();
        server = serve(new ServerOptions("127.0.0.1", 0, Optional.of("sesame"), 4, Optional.empty(), 1));
        error(401, get("/v1/models"));
        error(401, send(at("/v1/models").header("Authorization", "Bearer sesam").GET()));
        error(401, send(at("/v1/models").header("Authorization", "sesame").GET()));
        assertEquals(200, send(at("/v1/models").header("Authorization", "Bearer sesame").GET()).statusCode());
        assertEquals(200, get("/health").statusCode());
        assertTrue(raw("GET /v1/models HTTP/1.1\r\nHost: studio.example\r\nAuthorization: Bearer sesame\r\n").startsWith("HTTP/1.1 200 "), "by any name");
        error(400, send(at("/v1/audio/speech").header("Authorization", "bearer sesame").POST(HttpRequest.BodyPublishers.ofString("{\"input\":\"x\",\"word_timestamps\":true}"))));
    }

    @Test
    void anyKeyIsTakenIfNoneIsSet() {
        assertEquals(200, send(at("/v1/models").header("Authorization", "Bearer sk-anything").GET()).statusCode());
    }
}
