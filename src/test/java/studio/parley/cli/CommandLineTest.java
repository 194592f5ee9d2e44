package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.dialogue.script.Scripts;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.settings.AppDirectories;

/** The whole program from its command line, on a model that its own converter makes from a tiny checkpoint. */
class CommandLineTest {
    private static final Path CHECKPOINT = Path.of("src/test/resources/golden/tiny-a");
    @TempDir
    static Path home;
    private static String usualHome;

    private String out = "";
    private String err = "";

    @BeforeAll
    static void convert() {
        usualHome = System.getProperty("parley.home");
        System.setProperty("parley.home", home.toString());
        var test = new CommandLineTest();
        assertEquals(0, test.run("convert", CHECKPOINT.toString(), "--precision", "fp32", "--no-check"), () -> test.err);
        assertTrue(Files.isRegularFile(home.resolve("models/tiny-a/model.json")));
    }

    @AfterAll
    static void tidy() {
        System.setProperty("parley.home", usualHome);
    }

    /** Alone it is answered without picocli, in the same words. */
    @Test
    void theVersionIsTheSameHoweverItIsAsked() {
        assertEquals(0, run("--version"), err);
        var alone = out;
        assertEquals(0, run("--version", "--debug"), err);
        assertEquals(out, alone);
        assertTrue(alone.matches("parley \\d+\\.\\d+.*\\R"), alone);
    }

    /** What is no script is named, with what to do. */
    @Test
    void foldersAreNoScripts() {
        for (var command : List.of("import", "render")) {
            assertEquals(3, run(command, home.toString(), "-o", path("folder.wav")), () -> err);
            assertTrue(err.contains(home + " is a folder. Use the file of a script."), err);
        }
        assertEquals(3, run("import", "assets/samples/lighthouse.parley", "-o", path("again.parley")), () -> err);
        assertTrue(err.contains("lighthouse.parley is a project already."), err);
    }

    /** A command that runs no network does not pretend to choose the device. */
    @Test
    void onlyCommandsThatRunAModelChooseTheDevice() {
        for (var command : List.of("tokens", "models")) assertEquals(2, run(command, "--device", "cpu"), () -> out);
    }

    private int run(String... arguments) {
        var o = new StringWriter();
        var e = new StringWriter();
        int code = ParleyCommand.run(new PrintWriter(o), new PrintWriter(e), arguments);
        out = o.toString();
        err = e.toString();
        return code;
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    @Test
    void sayGivesCodesAndSound() throws Exception {
        assertEquals(0, run("say", "Hello there.||And you?1", "--temperature", "0", "--max-length", "800", "--codes", path("c.json"),
                "-o", path("say.wav"),
                "--no-watermark"), () -> err);
        var parts = JsonParser.parseString(Files.readString(Path.of(path("c.json")))).getAsJsonArray();
        assertEquals(2, parts.size());
        assertEquals("And you?", parts.get(1).getAsJsonObject().get("text").getAsString());
        assertEquals(1, parts.get(1).getAsJsonObject().get("speaker").getAsInt());
        JsonArray frames = parts.get(0).getAsJsonObject().getAsJsonArray("codes");
        assertEquals(10, frames.size());
        assertEquals(6, frames.get(0).getAsJsonArray().size());
        var sound = AudioFiles.read(Path.of(path("say.wav")));
        assertEquals(20 * 1920, sound.frames());
        assertEquals(24_000, sound.rate());
    }

    @Test
    void renderResumesAndRepeats() throws Exception {
        var script = home.resolve("s.txt");
        Files.writeString(script, "# T\nAnn: One.\nBen ^: (softly) Two.\nAnn: [pause 0.5] Three.\n");
        var arguments = new String[] {"render", script.toString(), "-o", path("r.wav"), "--max-length", "480", "--seed", "3", "--stems",
                path("stems"),
            "--keep-work", "--json"};
        assertEquals(0, run(arguments), () -> err);
        var first = Files.readAllBytes(Path.of(path("r.wav")));
        assertEquals(5, out.lines().count());
        assertTrue(out.contains("\"reused\":false"));
        assertTrue(out.contains("{\"event\":\"line\",\"line\":3,\"number\":3,\"id\":\"L3\",\"script_line\":4,\"speaker\":\"Ann\""), out);
        assertTrue(Files.exists(home.resolve("stems/Ann.wav")) && Files.exists(home.resolve("stems/Ben.wav")));
        assertEquals(0, run(arguments), () -> err);
        assertFalse(out.contains("\"reused\":false"), out);
        assertArrayEquals(first, Files.readAllBytes(Path.of(path("r.wav"))));
        Files.writeString(script, "# T\nAnn: One.\nBen ^: (loudly) Two.\nAnn: Four.\n");
        assertEquals(0, run(arguments), () -> err);
        assertEquals(2, out.lines().filter(l -> l.contains("\"reused\":true")).count());
        assertEquals(0, run("render", script.toString(), "-o", path("r.wav"), "--max-length", "480", "--seed", "3", "--takes", "2"),
                () -> err);
        assertFalse(Files.exists(home.resolve("r.wav.parley-work")));
        assertTrue(Files.exists(home.resolve("r.wav.takes/003-Ann-2.wav")));
    }

    @Test
    void tokensModelsDoctorVerify() throws Exception {
        assertEquals(0, run("tokens", "[0]Hello", "--json"), () -> err);
        assertEquals("[320,", out.substring(out.indexOf('['), out.indexOf(',') + 1));
        assertEquals(0, run("models", "--json"));
        assertTrue(out.contains("\"tiny-a\""), out);
        run("doctor", "--json");
        assertTrue(out.contains("ONNX Runtime"), out);
        WatermarkApplier.of(AppDirectories.ofUser());
        var noise = home.resolve("n.wav");
        WavFiles.write(noise, Pcm.silence(24_000, 1, 24_000), SampleFormat.PCM_16);
        assertEquals(10, run("verify", noise.toString()), () -> err);
    }

    @Test
    void everyMistakeIsOneSentenceAndACode() throws Exception {
        fails(2, "render");
        fails(2, "nonsense");
        fails(3, "render", path("none.txt"), "-o", path("x.wav"));
        fails(3, "say", "a||", "-o", path("x.wav"));
        fails(3, "say", "a", "--temperature", "-1");
        fails(3, "say", "a", "--reference", path("none.wav"), "-o", path("x.wav"));
        fails(3, "say", "a", "--device", "abacus");
        fails(4, "say", "a", "--model", path("nothing"));
        fails(3, "convert", CHECKPOINT.toString(), "--precision", "int3", "-o", path("m"));
        fails(2, "models", "sing");
        fails(3, "verify", path("none.wav"));
        fails(run("tokens", "a", "--tokenizer", path("none.json")), "tokens", "a", "--tokenizer", path("none.json"));
    }

    private void fails(int code, String... arguments) {
        int got = run(arguments);
        assertTrue(got > 1);
        assertEquals(code, got, () -> String.join(" ", arguments) + ": " + err);
        assertFalse(err.contains("\tat "), err);
        assertFalse(err.isBlank());
        assertTrue(err.lines().filter(l -> l.startsWith("parley: ")).count() == 1, err);
    }

    @Test
    void everyHelpListsTheExitCodesOfItsCommand() {
        assertEquals(0, run("--help"));
        assertTrue(out.contains("console") && out.contains("opens the studio"), out);
        for (var command : new String[] {"render", "say", "console", "convert", "models", "tokens", "transcribe", "verify", "doctor", "bench", "import", "export"}) {
            assertEquals(0, run("help", command));
            assertTrue(out.contains("Usage: parley " + command), out);
            assertTrue(out.contains("130") && out.contains("a file, script, clip or value"), out);
            assertEquals(command.equals("verify"), out.contains("no watermark found"), out);
            assertEquals(command.equals("render"), out.contains("finished lines are kept"), out);
            assertFalse(out.contains("@@"), out);
        }
        assertEquals(0, run("help"));
        assertTrue(out.contains("Usage: parley"), out);
    }

    /** The description of an option in the help of a command, on one line. */
    private String help(String command, String option) {
        assertEquals(0, run("help", command), () -> err);
        var all = out.lines().map(String::strip).toList();
        int at = all.indexOf(all.stream().filter(l -> l.startsWith(option)).findFirst().orElseThrow(() -> new AssertionError(command + option + out)));
        int end = at + 1;
        while (end < all.size() && !all.get(end).startsWith("-") && !all.get(end).isEmpty()) end++;
        return String.join(" ", all.subList(at, end)).replaceAll("\\s+", " ");
    }

    @Test
    void optionsOfSeveralCommandsSayWhatTheyMeanForEach() {
        for (var key : ResourceBundle.getBundle("studio.parley.cli.help").keySet()) {
            var parts = key.split("[.]");
            var text = ResourceBundle.getBundle("studio.parley.cli.help").getString(key);
            assertTrue(help(parts[1], "--" + parts[2]).endsWith(text), () -> key + ": " + out);
        }
        assertTrue(help("import", "--no-ears").endsWith("recordings cannot be imported."));
        assertFalse(help("say", "--model").contains("project"));
    }

    @Test
    void theAddressesOfTheServerStandInColumns() {
        assertEquals(0, run("help", "serve"));
        var rows = out.lines().filter(l -> l.matches("  (POST|GET) .*")).toList();
        assertEquals(6, rows.size(), out);
        assertEquals(1, rows.stream().map(l -> l.replaceFirst("^(  (?:POST|GET ) \\S+ +).*", "$1").length()).distinct().count(), out);
    }

    @Test
    void errorsAreJsonForPrograms() {
        assertEquals(3, run("render", path("none.txt"), "-o", path("x.wav"), "--json"));
        var error = JsonParser.parseString(out).getAsJsonObject();
        assertEquals("error", error.get("event").getAsString());
        assertEquals("input", error.get("kind").getAsString());
        assertEquals(3, error.get("code").getAsInt());
        assertEquals(err.lines().toList().getLast(), "parley: " + error.get("message").getAsString());
        assertEquals(2, run("render", "--json"));
        assertEquals("usage", JsonParser.parseString(out).getAsJsonObject().get("kind").getAsString());
    }

    @Test
    void theScriptOfTheReadmeCanBePasted() throws Exception {
        var readme = Files.readString(Path.of("README.md"));
        int begin = readme.indexOf("```", readme.indexOf("## A script"));
        var block = readme.substring(readme.indexOf('\n', begin) + 1, readme.indexOf("```", begin + 3));
        var conversation = Scripts.read("readme", block, Optional.empty());
        assertEquals("The Lighthouse", conversation.title());
        assertEquals(List.of("Did you see that?", "See what?", "That light.", "Oh no.", "Let's go.\nAn indented line continues the line above."),
                conversation.lines().stream().map(l -> l.text()).toList());
        assertEquals("refs/ann.wav", conversation.speaker(0).references().getFirst().path());
    }
}
