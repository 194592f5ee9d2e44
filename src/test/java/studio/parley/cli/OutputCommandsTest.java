package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;

/** Where commands write: never over what they read, in the format asked for, into pipes, and checked before the model is loaded. */
class OutputCommandsTest {
    private static final String MODEL = Path.of("src/test/resources/test-model").toAbsolutePath().toString();
    private static final String[] SHORT = {"--model", MODEL, "--max-length", "240", "--no-watermark", "--temperature", "0"};
    private final String usualHome = System.getProperty("parley.home");
    @TempDir Path home;
    private String out = "";
    private String err = "";

    @BeforeEach
    void begin() {
        System.setProperty("parley.home", home.resolve("home").toString());
    }

    @AfterEach
    void tidy() {
        System.setProperty("parley.home", usualHome);
    }

    private int run(String... arguments) {
        var o = new StringWriter();
        var e = new StringWriter();
        int code = ParleyCommand.run(new PrintWriter(o), new PrintWriter(e), arguments);
        out = o.toString();
        err = e.toString();
        return code;
    }

    private int run(List<String> arguments, String... more) {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        all.addAll(List.of(SHORT));
        return run(all.toArray(String[]::new));
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    private String reference(String name) throws IOException {
        WavFiles.write(home.resolve(name + ".wav"), Pcm.mono(24_000, new float[24_000]).times(1), SampleFormat.PCM_16);
        Files.writeString(home.resolve(name + ".txt"), "Hello.");
        return path(name + ".wav");
    }

    private void refused(String... arguments) {
        assertEquals(3, run(arguments), () -> String.join(" ", arguments) + ": " + err);
        assertFalse(err.contains("model "), "the model was loaded before: " + err);
    }

    @Test
    void whatIsReadIsNeverWritten() throws Exception {
        var script = Files.writeString(home.resolve("s.txt"), "@voice Ann Ann.wav\nAnn: One.\n");
        var clip = reference("Ann");
        Files.createSymbolicLink(home.resolve("link.wav"), Path.of("Ann.wav"));
        Files.createLink(home.resolve("hard.wav"), home.resolve("Ann.wav"));
        Files.createSymbolicLink(home.resolve("s.wav"), Path.of("s.txt"));
        var before = Files.readAllBytes(Path.of(clip));
        for (var output : List.of("Ann.wav", "link.wav", "hard.wav", "./Ann.wav")) {
            refused("render", script.toString(), "-o", path(output), "--model", MODEL);
            refused("say", "Hi.", "--reference", clip, "-o", path(output), "--model", MODEL);
        }
        refused("render", script.toString(), "-o", script.toString(), "--model", MODEL);
        refused("render", script.toString(), "-o", path("s.wav"), "--model", MODEL);
        refused("render", script.toString(), "-o", path("out.wav"), "--stems", home.toString(), "--model", MODEL);
        refused("say", "Hi.", "--reference", clip, "-o", path("o.wav"), "--codes", path("Ann.txt"), "--model", MODEL);
        refused("say", "Hi.", "-o", path("o.wav"), "--codes", path("o.wav"), "--model", MODEL);
        assertArrayEquals(before, Files.readAllBytes(Path.of(clip)));
        assertEquals("Hello.", Files.readString(home.resolve("Ann.txt")));
    }

    @Test
    void badPlacesAreSaidBeforeTheModelIsLoaded() throws Exception {
        var script = Files.writeString(home.resolve("s.txt"), "Ann: One.\n").toString();
        refused("render", script, "-o", path("out.xyz"), "--model", MODEL);
        refused("say", "Hi.", "-o", path("out.ogg"), "--model", MODEL);
        refused("say", "Hi.", "-o", home.toString(), "--model", MODEL);
        assertEquals(6, run("say", "Hi.", "-o", path("s.txt/out.wav"), "--model", MODEL));
        assertEquals(6, run("say", "Hi.", "-o", path("x".repeat(260) + ".wav"), "--model", MODEL));
        assertTrue(err.contains("name too long"), err);
        assertFalse(err.contains("model "), err);
        Files.writeString(home.resolve("taken.wav.parley-work"), "mine");
        assertEquals(6, run("render", script, "-o", path("taken.wav"), "--model", MODEL));
        assertFalse(err.contains("model "), err);
        Files.writeString(home.resolve("stem"), "mine");
        assertEquals(6, run("render", script, "-o", path("out.wav"), "--stems", path("stem"), "--model", MODEL));
        Files.createDirectories(home.resolve("home"));
        Files.writeString(home.resolve("home/watermark.key"), "no key");
        refused("render", script, "-o", path("out.wav"), "--model", MODEL);
        refused("say", "Hi.", "-o", path("new/out.wav"), "--model", MODEL);
        assertFalse(Files.exists(home.resolve("new")));
    }

    /** Before anything else that could be said of the project: nobody is to render it first. */
    @Test
    void nothingIsMadeInsideAProject() throws Exception {
        var script = Files.writeString(home.resolve("s.txt"), "Ann: One.\n").toString();
        assertEquals(0, run("import", script, "-o", path("a.parley")), () -> err);
        var inside = path("a.parley/audio");
        for (var command : List.of(List.of("export", path("a.parley"), "-o", inside), List.of("import", script, "-o", inside + "/b.parley"),
                List.of("convert", "src/test/resources/golden/tiny-c", "-o", inside + "/m"), List.of("render", script, "-o", inside + "/o.wav", "--model", MODEL),
                List.of("say", "Hi.", "-o", inside + "/o.wav", "--model", MODEL), List.of("console", "--folder", inside, "--model", MODEL))) {
            refused(command.toArray(String[]::new));
            assertTrue(err.contains("is inside the project"), command + ": " + err);
            assertFalse(err.contains("has no take"), err);
        }
        assertFalse(Files.exists(Path.of(inside)));
    }

    @Test
    void theEndingDecidesTheFormat() throws Exception {
        var script = Files.writeString(home.resolve("s.txt"), "Ann: One.\nBen: Two.\n").toString();
        var heads = java.util.Map.of("wav", "RIFF", "flac", "fLaC", "mp3", "ID3", "opus", "OggS");
        for (var ending : heads.keySet()) {
            assertEquals(0, run(List.of("say", "Hello.", "-o", path("say." + ending))), () -> err);
            assertEquals(0, run(List.of("render", script, "-o", path("r." + ending), "--stems", path("stems-" + ending))), () -> err);
            for (var file : List.of("say." + ending, "r." + ending, "stems-" + ending + "/Ann." + ending)) {
                var bytes = Files.readAllBytes(home.resolve(file));
                assertEquals(heads.get(ending), new String(bytes, 0, heads.get(ending).length(), java.nio.charset.StandardCharsets.ISO_8859_1));
                assertTrue(AudioFiles.read(home.resolve(file)).frames() > 1000);
            }
        }
        assertEquals(AudioFiles.read(home.resolve("r.wav")), AudioFiles.read(home.resolve("r.flac")));
    }

    @Test
    void longReservedAndEqualNamesGiveStemsThatFit() throws Exception {
        var longest = "日本".repeat(99);
        var script = Files.writeString(home.resolve("s.txt"), "\"" + longest + "\": One.\nCON: Two.\n\"" + longest + "語\": Three.\ncon.x: Four.\n").toString();
        assertEquals(0, run(List.of("render", script, "-o", path("r.wav"), "--stems", path("stems"), "--takes", "2")), () -> err);
        try (var files = Files.list(home.resolve("stems"))) {
            var names = files.map(f -> f.getFileName().toString()).sorted().toList();
            assertEquals(4, names.size(), names.toString());
            for (var name : names) assertTrue(name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 255, name);
            assertTrue(names.contains("CON_.wav"), names.toString());
        }
    }

    @Test
    void standardOutputGetsNothingButTheSound() throws Exception {
        var script = Files.writeString(home.resolve("s.txt"), "Ann: One.\nBen ^0.1: Two.\nAnn: Three.\nBen @0.05: Four.\n").toString();
        assertEquals(0, run(List.of("render", script, "-o", path("r.wav"))), () -> err);
        for (var input : List.of(script, "-")) {
            var sound = home.resolve("piped.wav");
            var process = parley(List.of("render", input, "-o", "-")).redirectInput(new File(script)).redirectOutput(sound.toFile()).start();
            assertEquals(0, process.waitFor(), () -> text(process));
            assertEquals(AudioFiles.read(home.resolve("r.wav")), AudioFiles.read(sound));
        }
        assertFalse(Files.exists(Path.of("-")));
        assumeTrue(Files.exists(Path.of("/dev/stdout")));
        var device = home.resolve("device.wav");
        assertEquals(0, parley(List.of("say", "Hello.", "-o", "/dev/stdout")).redirectOutput(device.toFile()).start().waitFor());
        assertEquals(0, run(List.of("say", "Hello.", "-o", path("say.wav"))), () -> err);
        assertEquals(AudioFiles.read(home.resolve("say.wav")), AudioFiles.read(device));
    }

    @Test
    void aFullOrClosedStandardOutputIsAnExitCode() throws Exception {
        var full = new File("/dev/full");
        assumeTrue(full.exists());
        for (var command : List.of(List.of("models"), List.of("--help"), List.of("say", "Hi.", "-o", "-"))) {
            var process = parley(command).redirectOutput(full).start();
            assertEquals(6, process.waitFor(), () -> command + text(process));
            assertTrue(text(process).contains("tandard output"));
        }
        var closed = parley(List.of("models")).start();
        closed.getInputStream().close();
        assertNotEquals(0, closed.waitFor());
    }

    @Test
    void twoRendersToOneOutputAreOneTooMany() throws Exception {
        var out = home.resolve("out.wav");
        try (var first = new studio.parley.studio.Outputs(studio.parley.studio.settings.AppDirectories.ofUser()).file(out)) {
            refused("say", "Hi.", "-o", out.toString(), "--model", MODEL);
            assertTrue(err.contains("Another Parley process is writing"), err);
            var process = parley(List.of("say", "Hi.", "-o", out.toString())).start();
            assertEquals(3, process.waitFor());
            assertTrue(Files.notExists(out) && first != null);
        }
        assertEquals(0, run(List.of("say", "Hi.", "-o", out.toString())), () -> err);
    }

    @Test
    void standardOutputIsForOneThing() throws Exception {
        assertEquals(2, run("say", "Hi.", "-o", "-", "--json"));
        var script = Files.writeString(home.resolve("s.txt"), "Ann: One.\n").toString();
        assertEquals(2, run("render", script, "-o", "-", "--json"));
        assertEquals(2, run("render", script, "-o", "-", "--takes", "2"));
    }

    private ProcessBuilder parley(List<String> arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:TieredStopAtLevel=1", "-Dparley.home=" + home.resolve("home"),
                "-cp", System.getProperty("java.class.path"), "studio.parley.Main"));
        command.addAll(arguments);
        if (arguments.size() > 1) command.addAll(List.of(SHORT));
        return new ProcessBuilder(command);
    }

    private static String text(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
