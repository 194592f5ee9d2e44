package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The commands about models and the machine: models, doctor, bench. */
class MachineCommandsTest extends CommandTestCase {
    private static final Path TINY = Path.of("src/test/resources/test-model");

    private void install(String name) throws Exception {
        var folder = Files.createDirectories(home.resolve("models").resolve(name));
        try (var files = Files.list(TINY)) {
            for (var file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
        }
    }

    @Test
    void theModelOneChoseIsUsedFromNowOn() throws Exception {
        assertEquals(0, run("models"), () -> err);
        assertTrue(out.contains("no models in " + home.resolve("models")), out);
        assertEquals(4, run("models", "where"), () -> err);
        install("a");
        install("b");
        for (var name : new String[] {"a", "b"}) {
            assertEquals(0, run("models", "use", name), () -> err);
            assertEquals(0, run("models", "where", "--json"), () -> err);
            assertEquals(home.resolve("models").resolve(name).toString(), JsonParser.parseString(out).getAsJsonObject().get("used").getAsString());
        }
        assertEquals(0, run("models"), () -> err);
        assertEquals(2, out.lines().filter(l -> l.contains("fp32")).count(), out);
        assertEquals(4, run("models", "use", "c"));
        assertEquals(2, run("models", "use"));
        assertEquals(0, run("models", "where"), () -> err);
        assertTrue(out.startsWith(home.resolve("models/b").toString()), "a model that is not there changes nothing: " + out);
    }

    @Test
    void aModelIsImportedCheckedAndRemoved() throws Exception {
        assertEquals(4, run("models", "import", home.resolve("nothing").toString()));
        assertEquals(0, run("models", "import", TINY.toString(), "--json"), () -> err);
        var last = JsonParser.parseString(out.lines().reduce((a, b) -> b).orElse("")).getAsJsonObject();
        assertEquals("installed", last.get("event").getAsString());
        var folder = home.resolve("models/test-model");
        assertEquals(folder.toString(), last.get("folder").getAsString());
        assertEquals(0, run("models", "import", TINY.toString()), "it is there already: " + err);
        assertEquals(0, run("models", "check", "test-model"), () -> err);
        assertTrue(err.contains("complete and works"), err);
        assertEquals(0, run("models", "use", "test-model"), () -> err);
        assertEquals(3, run("models", "remove", "test-model"), "without a terminal it cannot ask");
        assertTrue(err.contains("--yes"), err);
        assertEquals(0, run("models", "remove", "test-model", "--yes"), () -> err);
        assertFalse(Files.exists(folder));
        assertEquals(4, run("models", "where"), "the default went with it");
        assertTrue(err.contains("There is no model yet"), err);
        assertEquals(3, run("models", "remove", TINY.toString(), "--yes"), "not one of Parley's");
        assertTrue(Files.exists(TINY.resolve("model.json")));
    }

    @Test
    void whatCannotBeDownloadedIsSaid() {
        assertEquals(2, run("models", "get"));
        assertEquals(3, run("models", "get", "csm"), () -> err);
        assertTrue(err.contains("csm-1b, marvis, or the OWNER/NAME"), err);
        assertEquals(3, run("models", "get", "csm-1b", "--precision", "int5"), () -> err);
        assertEquals(3, run("models", "get", "csm-1b", "--token-file", home.resolve("none").toString()), () -> err);
        assertEquals(2, run("models", "got"));
    }

    @Test
    void theDoctorSaysWhatToMend() throws Exception {
        assertEquals(4, run("doctor", "--json"), () -> err);
        assertEquals(java.util.List.of("Model in use"), StreamSupport.stream(JsonParser.parseString(out).getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject).filter(f -> !f.get("ok").getAsBoolean()).map(f -> f.get("subject").getAsString()).toList());
        install("a");
        assertEquals(0, run("doctor"), () -> err);
        assertTrue(out.lines().allMatch(l -> l.startsWith("ok ")), out);
        assertTrue(out.contains(home.resolve("models/a").toString()), out);
        Files.writeString(home.resolve("models/a/model.json"), "{");
        assertEquals(4, run("doctor"));
        assertTrue(out.lines().anyMatch(l -> l.startsWith("!!") && l.contains("Model ")), out);
        assertFalse(out.contains("Exception"), out);
    }

    @Test
    void theBenchMeasuresWhatItSays() {
        assertEquals(0, run("bench", "--model", TINY.toString(), "--device", "cpu", "--frames", "2", "--takes", "1,3", "--json"), () -> err);
        var figures = JsonParser.parseString(out).getAsJsonObject();
        for (var name : new String[] {"frameMillis", "decodeMillis", "realTimeFactor", "prefillPerSecond", "firstAudioMillis",
            "line3Millis", "line100Millis", "lineRatio"}) assertTrue(figures.get(name).getAsDouble() > 0, name);
        double work = figures.get("frameMillis").getAsDouble() + figures.get("decodeMillis").getAsDouble();
        assertEquals(work / 80, figures.get("realTimeFactor").getAsDouble(), 1e-6);
        assertEquals(figures.get("line100Millis").getAsDouble() / figures.get("line3Millis").getAsDouble(), figures.get("lineRatio").getAsDouble(), 1e-6);
        assertEquals("cpu", figures.get("device").getAsString());
        var takes = figures.getAsJsonArray("takes");
        assertEquals(List.of(1, 3), List.of(takes.get(0).getAsJsonObject().get("takes").getAsInt(), takes.get(1).getAsJsonObject().get("takes").getAsInt()));
        assertTrue(takes.get(1).getAsJsonObject().get("ratio").getAsDouble() > 0);
        var contexts = figures.getAsJsonArray("contexts").asList().stream().map(JsonElement::getAsJsonObject).toList();
        assertEquals(List.of(256, 1024, 1900), contexts.stream().map(c -> c.get("positions").getAsInt()).toList());
        for (var c : contexts) assertEquals(c.get("frameMillis").getAsDouble() / figures.get("frameMillis").getAsDouble(), c.get("ratio").getAsDouble(), 1e-6);
        assertTrue(figures.getAsJsonArray("greedyCodes").size() <= 8);
        assertEquals(3, run("bench", "--takes", "0"));
        assertEquals(3, run("bench", "--frames", "1"));
        assertEquals(3, run("bench", "--frames", "1001"));
    }
}
