package studio.parley.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.wav.RandomAccessBytes;
import studio.parley.io.TempFolder;
import studio.parley.studio.InstallationKey;
import studio.parley.watermark.Watermark;

/** A script becomes one file. */
class ConversationTest extends ServerTestCase {
    private static final String PATH = "/v1/audio/conversation";
    private static final String SCRIPT = "\"script\":\"Ann: Did you see that?\\nBen: (whispering) See what?\\nAnn: That light over the sea.\"";

    @ParameterizedTest
    @CsvSource({"wav,false", "wav,true", "mp3,false", "opus,false", "flac,false"})
    void aScriptBecomesOneFile(String format, boolean stream) throws IOException {
        var answer = post(PATH, "{" + SCRIPT + ",\"voices\":{\"Ben\":\"keeper\"},\"response_format\":\"" + format + "\",\"stream\":" + stream + "}");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("X-Generated-By").isPresent());
        var sound = AudioFiles.decode(RandomAccessBytes.of(answer.body()), "answer").pcm();
        assertTrue(sound.seconds() > 1.5 && sound.seconds() < 15, () -> sound.seconds() + " s");
        assertTrue(Watermark.detect(sound, InstallationKey.of(directories().keyFile())).found());
    }

    @Test
    void pcmIsTheSameWithoutAHeader() throws IOException {
        var wav = AudioFiles.decode(RandomAccessBytes.of(post(PATH, "{" + SCRIPT + ",\"response_format\":\"wav\"}").body()), "answer").pcm();
        assertEquals(2 * wav.frames(), post(PATH, "{" + SCRIPT + ",\"response_format\":\"pcm\"}").body().length);
    }

    /** At temperature 0 the likeliest codes are taken, whatever the seed. */
    @Test
    void itIsSampledAsRequested() {
        var greedy = "{\"script\":\"Ann: Yes.\",\"response_format\":\"pcm\",\"temperature\":0,\"seed\":";
        var first = post(PATH, greedy + "1}").body();
        assertArrayEquals(first, post(PATH, greedy + "2}").body());
        assertFalse(Arrays.equals(first, post(PATH, greedy.replace("\"temperature\":0,", "") + "1}").body()));
        error(400, post(PATH, "{" + SCRIPT + ",\"top_k\":0}"));
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder() throws IOException {
        var before = temporary();
        post(PATH, "{" + SCRIPT + "}");
        assertEquals(before, temporary());
    }

    private static Set<Path> temporary() throws IOException {
        try (var files = Files.list(TempFolder.ofProcess())) {
            return files.collect(Collectors.toSet());
        }
    }

    /** Not even those that a script may name elsewhere. */
    @Test
    void aScriptOpensNoFiles() throws IOException {
        var file = PROGRAM.resolve("assets/samples/refs/ann.wav");
        for (var name : List.of(file.toString(), "../assets/samples/refs/ann.wav", "/etc/passwd")) {
            assertTrue(error(400, post(PATH, "{\"script\":\"@voice Ann " + name + "\\nAnn: Hello.\"}")).contains("names files"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|script", "{\"script\":\"Ann @999999: Hi\"}|script", "{\"script\":\"\"}|script", "{\"script\":\"# Title only\"}|script", "{\"script\":\"A: b\",\"voices\":[]}|voices",
        "{\"script\":\"Ann: b\",\"voices\":{\"Anne\":\"ann\"}}|voices.Anne", "{\"script\":\"Ann: \ud83d\ude42\"}|script", "{\"script\":\"Ann: b\",\"model\":\"x\",\"voices\":{\"Ann\":\"reference\"}}|model",
        "{\"script\":\"Ann: b\",\"voices\":{\"Ann\":\"reference\"}}|voices.Ann",
        "{\"script\":\"Ann: b\",\"voices\":{\"Ann\":\"../ann\"}}|voices.Ann", "{\"script\":\"A: b\",\"response_format\":\"mp3\",\"stream\":true}|stream"})
    void aWrongValueIsNamed(String body, String parameter) {
        var answer = post(PATH, body);
        error(parameter.equals("model") ? 404 : 400, answer);
        assertEquals(parameter, json(answer).getAsJsonObject("error").get("param").getAsString());
    }
}
