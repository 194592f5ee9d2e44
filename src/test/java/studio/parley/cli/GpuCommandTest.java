package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.parley.onnx.FakeCard;

/** The commands on a machine without a card, as the test machines are; {@code SetUpCardTest} has one with a card. */
class GpuCommandTest extends CommandTestCase {
    @BeforeEach
    void begin() throws Exception {
        settings("auto");
    }

    private void settings(String device) throws Exception {
        Files.writeString(home.resolve("settings.json"), Json.of(Json.object("model", Path.of("assets/voice").toAbsolutePath().toString(), "device", device)));
    }

    private static boolean hasCard() {
        return Files.exists(Path.of("/proc/driver/nvidia/version"));
    }

    @Test
    void theStateIsASentence() {
        if (hasCard()) return;
        assertEquals(0, run("gpu"), err);
        assertTrue(out.strip().endsWith("."), out);
        var sentence = out;
        assertEquals(0, run("gpu", "status"), err);
        assertEquals(sentence, out);
        assertEquals(0, run("gpu", "--json"), err);
        var json = JsonParser.parseString(out).getAsJsonObject();
        assertEquals(sentence.strip(), json.get("words").getAsString());
        assertTrue(json.get("ok").getAsBoolean());
    }

    @Test
    void withoutACardNothingIsSetUp() {
        if (hasCard() || System.getProperty("os.name").startsWith("Mac")) return;
        assertEquals(5, run("gpu", "setup", "--with-cuda"));
        assertTrue(err.contains("parley: ") && err.strip().endsWith("."), err);
        assertEquals(5, run("gpu", "setup", "--json"));
        assertEquals("error", JsonParser.parseString(out.lines().toList().getLast()).getAsJsonObject().get("event").getAsString());
        assertEquals(0, run("gpu", "remove"));
        assertEquals("There are no libraries for a graphics card.", out.strip());
    }

    @Test
    void theTrialPrintsWhatHappens() {
        try (var card = FakeCard.working()) {
            assertEquals(0, run("gpu", "try", "cuda"), err);
            assertEquals("{\"trouble\":\"\"}", out.strip());
            assertEquals(1, card.runs());
        }
        assertEquals(0, run("gpu", "try", "cpu", "--speech"), err);
        var json = JsonParser.parseString(out).getAsJsonObject();
        assertEquals("", json.get("trouble").getAsString());
        assertTrue(json.get("codes").getAsString().startsWith("["));
        assertEquals(3, run("gpu", "try", "tpu"));
    }

    @Test
    void doctorReportsACardThatDoesNotWorkAndStillEndsWithZero() throws Exception {
        assertEquals(0, run("doctor"), err);
        assertTrue(out.contains("ok   Graphics card") || hasCard(), out);
        settings("cuda");
        assertEquals(0, run("doctor"), err);
        if (hasCard()) return;
        assertTrue(out.contains("!!   Graphics card"), out);
        assertFalse(out.contains("onnxruntime_src"), out);
    }
}
