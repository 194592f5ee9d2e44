package studio.parley.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.audio.codec.AudioTags;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.ByteSink;

/** A recording becomes text. */
class TranscriptionTest extends ServerTestCase {
    private static final String TYPE = "multipart/form-data; boundary=xXx";

    private static byte[] form(byte[] file, String format) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("--xXx\r\nContent-Disposition: form-data; name=\"response_format\"\r\n\r\n" + format + "\r\n--xXx\r\nContent-Disposition: form-data; name=\"file\"; "
                + "filename=\"../../etc/passwd\"\r\nContent-Type: audio/wav\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(file);
        out.writeBytes("\r\n--xXx--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static byte[] clip() throws IOException {
        return Files.readAllBytes(PROGRAM.resolve("assets/samples/refs/keeper.wav"));
    }

    private HttpResponse<byte[]> send(byte[] body) {
        return send(at("/v1/audio/transcriptions").header("Content-Type", TYPE).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private String text(String format) throws IOException {
        var answer = send(form(clip(), format));
        assertEquals(200, answer.statusCode());
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void everyFormatHasTheWords() throws IOException {
        var json = json(send(form(clip(), "json"))).get("text").getAsString();
        assertTrue(json.split(" ").length > 3, json);
        assertEquals(json, text("text").strip());
        var word = json.split(" ")[1].replaceAll("\\W", "");
        assertTrue(text("srt").startsWith("1\n00:00:0") && text("srt").contains(word));
        assertTrue(text("vtt").startsWith("WEBVTT\n") && text("vtt").contains(word));
        var verbose = json(send(form(clip(), "verbose_json")));
        assertEquals("english", verbose.get("language").getAsString());
        assertEquals(json, verbose.get("text").getAsString());
        assertTrue(verbose.getAsJsonArray("words").size() > 3 && verbose.getAsJsonArray("segments").get(0).getAsJsonObject().has("avg_logprob"));
    }

    @Test
    void whatIsNoRecordingIsRefused() throws IOException {
        error(400, send(form("no sound".getBytes(StandardCharsets.UTF_8), "json")));
        error(400, send(form(new byte[0], "json")));
        error(400, send(form(clip(), "docx")));
        error(400, send(new byte[0]));
        error(400, send("--xXx\r\n\r\n\r\n--xXx--".getBytes(StandardCharsets.UTF_8)));
        error(400, send(at("/v1/audio/transcriptions").POST(HttpRequest.BodyPublishers.ofByteArray(form(clip(), "json")))));
        error(413, send(new byte[(25 << 20) + 1]));
        server.close();
        server = serve(new ServerOptions("127.0.0.1", 0, Optional.empty(), 4, Optional.empty(), 1));
        assertTrue(error(400, send(form(clip(), "json"))).contains("--no-ears"));
    }

    /** Decoding ends at the limit: the whole would not fit into memory. */
    @Test
    void aRecordingOfMoreThanAnHourIsRefused() {
        var flac = new ByteSink.Memory();
        try (var encoder = AudioFormat.FLAC_16.open("silence", flac, 8000, 1, new AudioTags("", ""))) {
            for (int i = 0; i < 3601; i++) encoder.write(Pcm.mono(8000, new float[8000]));
            encoder.commit();
        }
        var answer = send(form(flac.toByteArray(), "json"));
        assertEquals("'file' is longer than an hour. Send it in parts.", error(413, answer));
        assertEquals("file", json(answer).getAsJsonObject("error").get("param").getAsString());
    }

    @Test
    void fuzzedFormsAreReadOrRefused() throws IOException {
        var random = new Random(Long.getLong("test.seed", 0));
        var whole = form(new byte[200], "json");
        for (int i = 0; i < 20_000; i++) {
            var body = Arrays.copyOf(whole, random.nextInt(3) == 0 ? random.nextInt(whole.length + 1) : whole.length);
            for (int n = random.nextInt(5); n > 0 && body.length > 0; n--) body[random.nextInt(body.length)] = (byte) "\r\n-xX\":;= ".charAt(random.nextInt(10));
            try {
                assertTrue(Multipart.parse(TYPE, body).parts().size() <= 100);
            } catch (ApiError refused) {
                assertEquals(400, refused.status());
            }
        }
        assertEquals(2, Multipart.parse(TYPE, whole).parts().size());
        assertEquals(200, Multipart.parse("Multipart/Form-Data; charset=x; boundary=\"xXx\"", whole).find("file").orElseThrow().length);
        assertThrows(ApiError.class, () -> Multipart.parse("application/json", whole));
    }
}
