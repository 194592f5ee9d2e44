package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code say} and {@code render} report about the words of takes: the tiny model babbles. */
class WordChecksTest extends CommandTestCase {
    private static final String MODEL = "src/test/resources/test-model";

    @BeforeEach
    void findTheRecogniser() {
        System.setProperty("parley.program", Path.of("").toAbsolutePath().toString());
    }

    @AfterEach
    void forgetTheRecogniser() {
        System.clearProperty("parley.program");
    }

    private String file(String name) {
        return home.resolve(name).toString();
    }

    private JsonObject said(String... more) {
        var arguments = new ArrayList<>(List.of("say", "The light is there.", "--model", MODEL, "--max-length", "480", "--json", "--seed", "1", "-o", file("a.wav")));
        arguments.addAll(List.of(more));
        assertEquals(0, run(arguments.toArray(String[]::new)), () -> err);
        return JsonParser.parseString(out).getAsJsonObject().getAsJsonArray("parts").get(0).getAsJsonObject();
    }

    @Test
    void sayReportsWhatWasHeard() throws Exception {
        var part = said();
        assertTrue(part.has("heard") && part.get("word_error_rate").getAsDouble() > 0, part.toString());
        assertTrue(part.getAsJsonArray("findings").get(0).getAsJsonObject().get("message").getAsString().endsWith("."), part.toString());
        assertEquals(0, run("say", "The light is there.", "--model", MODEL, "--max-length", "480", "-o", file("b.wav")), () -> err);
        assertTrue(err.lines().anyMatch(l -> l.matches("speaker 0: .*[Hh]eard.*")), err);
        assertFalse(said("--no-ears").has("heard"));
        Files.writeString(home.resolve("settings.json"), "{\"ears\": \"no\"}");
        assertFalse(said().has("heard"), "switched off in the settings");
    }

    @Test
    void sayTellsWhichWordsWereNotChecked() {
        assertEquals(0, run("say", "Das Licht ist da und wir sehen es nicht.||Der Hund ist nicht da.1", "--model", MODEL, "--max-length", "480", "-o", file("c.wav")), () -> err);
        assertEquals(1, err.lines().filter("The words of 2 parts were not checked, because they are not in English."::equals).count(), err);
        assertEquals(0, run("say", "The light is there.", "--model", MODEL, "--max-length", "480", "-o", file("d.wav")), () -> err);
        assertFalse(err.contains("not checked"), err);
    }

    @Test
    void signsAloneAreNothingToSay() {
        assertEquals(3, run("say", "\ud83d\ude42 ?!", "--model", MODEL, "-o", file("e.wav")), () -> err);
        assertTrue(err.contains("The text has nothing that the model can say. Write words."), err);
    }

    private List<JsonObject> events(String kind, String... arguments) {
        assertEquals(0, run(arguments), () -> err);
        return out.lines().map(l -> JsonParser.parseString(l).getAsJsonObject()).filter(e -> e.get("event").getAsString().equals(kind)).toList();
    }

    @Test
    void renderReportsEveryLineAndItsExitCodeDoesNotChange() throws Exception {
        var script = Files.writeString(home.resolve("s.txt"), "Ann: The light is there.\nBen: I see nothing at all.\n").toString();
        var words = events("words", "render", script, "-o", file("out.wav"), "--model", MODEL, "--max-length", "480", "--json");
        assertEquals(List.of(1, 2), words.stream().map(e -> e.get("line").getAsInt()).sorted().toList(), out);
        assertTrue(words.stream().allMatch(e -> e.has("heard") && e.get("word_error_rate").getAsDouble() > 0 && !e.getAsJsonArray("findings").isEmpty()), out);
        assertTrue(out.strip().lines().reduce((a, b) -> b).orElseThrow().contains("\"finished\""), "the end comes last");
        assertEquals(List.of(), events("words", "render", script, "-o", file("deaf.wav"), "--model", MODEL, "--max-length", "480", "--json", "--no-ears"));
        assertEquals(0, run("render", script, "-o", file("text.wav"), "--model", MODEL, "--max-length", "480", "--takes", "2"), () -> err);
        assertTrue(err.lines().anyMatch(l -> l.matches(".*\\[2/2] Ben  .*[Hh]eard.*")), err);
    }

    @Test
    void linesInAnotherLanguageAreNamedAsNotChecked() throws Exception {
        var script = Files.writeString(home.resolve("s.txt"), "Ann: The light is there, and it was not there before.\nBen: Ich sehe das Licht nicht, aber es ist noch da.\n").toString();
        assertEquals(0, run("render", script, "-o", file("out.wav"), "--model", MODEL, "--max-length", "480"), () -> err);
        assertTrue(err.contains("The words of 1 line were not checked, because it is not in English."), err);
        assertEquals(0, run("render", script, "-o", file("deaf.wav"), "--model", MODEL, "--max-length", "480", "--no-ears"), () -> err);
        assertFalse(err.contains("not checked"), err);
    }

    @Test
    void aProjectIsHeardInPlace() throws Exception {
        var script = Files.writeString(home.resolve("s.txt"), "Ann: The light is there.\n").toString();
        assertEquals(0, run("import", script, "-o", file("p.parley")), () -> err);
        var words = events("words", "render", file("p.parley"), "--model", MODEL, "--json", "--word-retries", "1");
        assertEquals(1, words.size(), out);
        assertEquals(0, run("export", file("p.parley"), "-o", file("exported"), "--model", MODEL), () -> err);
        assertTrue(err.contains("Line 1 has a take with other words ("), err);
        assertEquals(3, run("render", file("p.parley"), "--model", MODEL, "--word-retries", "10"));
        assertTrue(err.contains("--word-retries 10 is out of range. Use a number from 0 to 9."), err);
    }

    @Test
    void theDoctorFindsTheRecogniserAndTheBenchMeasuresIt() {
        run("doctor");
        assertTrue(out.lines().anyMatch(l -> l.matches("ok +Recogniser +whisper-tiny.*, 4\\d MB, in .*ears")), out);
        assertTrue(out.lines().anyMatch(l -> l.matches("ok +Speaker encoder +\\S.* MB, in .*speaker")), out);
        assertEquals(0, run("bench", "--ears", "--json"), () -> err);
        var figures = JsonParser.parseString(out).getAsJsonObject();
        for (var name : List.of("openSeconds", "audioSeconds", "seconds", "oneCoreSeconds", "realTimeFactor")) assertTrue(figures.get(name).getAsDouble() > 0, name);
        var speaker = figures.getAsJsonObject("speakerEncoder");
        for (var name : List.of("openSeconds", "audioSeconds", "seconds", "oneCoreSeconds")) assertTrue(speaker.get(name).getAsDouble() > 0, name);
        assertEquals(2, run("bench", "--ears", "--frames", "9", "--threads", "1"));
        assertTrue(err.contains("--ears measures what listens, for which --frames, --threads has no meaning."), err);
        assertEquals(4, run("bench", "--ears", "--model", "nobody"));
        assertTrue(err.contains("There is no recogniser nobody."), err);
        forgetTheRecogniser();
        run("doctor");
        assertTrue(out.lines().anyMatch(l -> l.matches("ok +Recogniser +none: .*")), out);
        assertTrue(out.lines().anyMatch(l -> l.matches("ok +Speaker encoder +none: .*")), out);
        assertEquals(4, run("bench", "--ears"));
        assertTrue(err.contains("This installation has no recogniser."), err);
    }

    @Test
    void nothingToSayIsNamed() {
        assertEquals(3, run("say", " ", "--model", MODEL, "-o", file("a.wav")));
        assertTrue(err.contains("The text is empty. Write what is to be said."), err);
        assertEquals(3, run("say", "One.||", "--model", MODEL, "-o", file("a.wav")));
        assertTrue(err.contains("Part 2 of the text is empty. Add text or remove a ||."), err);
    }
}
