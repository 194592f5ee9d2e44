package studio.parley.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.RandomAccessBytes;
import studio.parley.studio.InstallationKey;
import studio.parley.watermark.Watermark;

/** What a client gets: speech in every format, marked, and lists. */
class SpeechServerTest extends ServerTestCase {
    private static final String SENTENCE = "The lamp was lit an hour before the storm came in.";

    private static Pcm decode(byte[] file) throws IOException {
        var decoded = AudioFiles.decode(RandomAccessBytes.of(file), "answer");
        return decoded.pcm();
    }

    private static Pcm pcm(byte[] samples) {
        var in = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
        var out = new float[samples.length / 2];
        for (int i = 0; i < out.length; i++) out[i] = in.getShort() / 32768f;
        return Pcm.mono(24_000, out);
    }

    @ParameterizedTest
    @CsvSource({"wav,false,24000", "wav,true,24000", "mp3,false,24000", "mp3,true,24000", "opus,false,48000", "opus,true,48000", "flac,false,24000", "flac,true,24000",
        "pcm,false,24000", "pcm,true,24000"})
    void speaksInEveryFormatWithAWatermark(String format, boolean stream, int rate) throws IOException {
        var answer = speech("{\"model\":\"tts-1\",\"input\":\"" + SENTENCE + "\",\"voice\":\"ann\",\"seed\":3,\"response_format\":\"" + format + "\",\"stream\":" + stream + "}");
        assertEquals(200, answer.statusCode());
        assertEquals(stream, answer.headers().firstValue("Content-Length").isEmpty());
        assertTrue(answer.headers().firstValue("X-Generated-By").orElse("").contains("AI-generated"));
        var sound = format.equals("pcm") ? pcm(answer.body()) : decode(answer.body());
        assertEquals(rate, sound.rate());
        assertEquals(1, sound.channels());
        assertTrue(sound.seconds() > 1.5 && sound.seconds() < 8, () -> sound.seconds() + " s");
        var found = Watermark.detect(sound, InstallationKey.of(directories().keyFile()));
        assertTrue(found.found(), found::toString);
    }

    @Test
    void theSameSeedIsTheSameSpeech() {
        var body = "{\"input\":\"Good morning.\",\"voice\":\"ben\",\"seed\":7,\"response_format\":\"pcm\"}";
        var first = speech(body);
        assertArrayEquals(first.body(), speech(body).body());
        assertArrayEquals(speech("{\"input\":\"Good morning.\",\"response_format\":\"pcm\"}").body(),
                speech("{\"input\":\"Good morning.\",\"response_format\":\"pcm\",\"voice\":{\"id\":\"default\"}}").body(), "default is the same each time");
        assertFalse(java.util.Arrays.equals(first.body(), speech(body.replace(":7", ":8")).body()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 2, 4})
    void speedChangesTheLength(double speed) {
        var usual = pcm(speech("{\"input\":\"Good morning.\",\"seed\":7,\"response_format\":\"pcm\"}").body()).seconds();
        for (var stream : new boolean[] {false, true}) {
            var other = pcm(speech("{\"input\":\"Good morning.\",\"seed\":7,\"response_format\":\"pcm\",\"speed\":" + speed + ",\"stream\":" + stream + "}").body()).seconds();
            assertEquals(usual / speed, other, 0.02);
        }
    }

    @Test
    void aReferenceAndEarlierTurnsAreHeard() throws IOException {
        var clip = Base64.getEncoder().encodeToString(java.nio.file.Files.readAllBytes(PROGRAM.resolve("assets/samples/refs/keeper.wav")));
        var words = java.nio.file.Files.readString(PROGRAM.resolve("assets/samples/refs/keeper.txt")).strip();
        var line = "\"input\":\"Good morning.\",\"seed\":7,\"response_format\":\"pcm\"";
        var alone = speech("{" + line + ",\"voice\":\"keeper\"}").body();
        assertArrayEquals(alone, speech("{" + line + ",\"reference\":\"data:audio/wav;base64," + clip + "\",\"reference_text\":" + new JsonPrimitive(words) + "}").body());
        var turns = "\"conversation\":[{\"voice\":\"ben\",\"text\":\"Who is there?\"},{\"voice\":\"keeper\",\"text\":\"Only me.\"}]";
        var later = speech("{" + line + ",\"voice\":\"keeper\"," + turns + "}").body();
        assertTrue(later.length > 0 && !java.util.Arrays.equals(alone, later));
        assertArrayEquals(later, speech("{" + line + ",\"voice\":\"keeper\"," + turns + "}").body(), "turns that were spoken are remembered");
        var sent = speech("{" + line + ",\"reference\":\"" + clip + "\",\"conversation\":[{\"voice\":\"reference\",\"text\":\"Only me.\",\"audio\":\"" + clip + "\"}]}");
        assertEquals(200, sent.statusCode(), "the words of the clip are recognised");
    }

    @Test
    void wordsHaveTimes() throws IOException {
        var answer = speech("{\"input\":\"" + SENTENCE + "\",\"voice\":\"ann\",\"seed\":3,\"response_format\":\"wav\",\"word_timestamps\":true}");
        var json = json(answer);
        var words = json.getAsJsonArray("words");
        assertEquals(11, words.size());
        assertEquals("in.", words.get(10).getAsJsonObject().get("word").getAsString());
        var sound = decode(Base64.getDecoder().decode(json.get("audio").getAsString()));
        assertTrue(words.get(10).getAsJsonObject().get("end").getAsDouble() <= sound.seconds() + 0.1);
    }

    @Test
    void listsWhatThereIs() {
        assertEquals("{\"status\":\"ok\",\"model\":\"Parley voice\",\"waiting\":0}", json(get("/health")).toString());
        assertEquals("Parley voice", json(get("/v1/models")).getAsJsonArray("data").get(0).getAsJsonObject().get("id").getAsString());
        assertEquals("[\"ann\",\"ben\",\"keeper\",\"default\",\"random\"]", json(get("/v1/audio/voices")).get("voices").toString());
    }

    @Test
    void theLogCountsInPlainEnglish() {
        assertEquals("2026-03-04T05:06:00", Router.time(LocalDateTime.of(2026, 3, 4, 5, 6)));
        post("/v1/audio/conversation", "{\"script\":\"Ann: Hello.\"}");
        speech("{\"input\":\"I\"}");
        server.close();
        assertTrue(log.getFirst().contains("(mp3, 1 line)"), log::toString);
        assertTrue(log.getLast().contains("(mp3, 1 character, "), log::toString);
    }

    @Test
    void theLogHasNoTexts() {
        speech("{\"input\":\"Unmistakable words.\",\"voice\":\"ann\"}");
        get("/Unmistakable");
        speech("{\"input\":\"x\",\"voice\":\"Unmistakable\"}");
        server.close();
        assertEquals(3, log.size(), log::toString);
        assertTrue(log.getFirst().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d POST /v1/audio/speech 200 \\d+[.]\\d\\d s \\(mp3, 19 characters, \\d+[.]\\d\\d s of sound\\)"), log::toString);
        assertTrue(log.stream().noneMatch(l -> l.contains("Unmistakable")), log::toString);
    }
}
