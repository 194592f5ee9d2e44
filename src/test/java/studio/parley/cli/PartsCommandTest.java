package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.ContextSelection.Preset;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.settings.AppDirectories;

/** Rendering in parts: whoever renders what, the result is that of one render. */
class PartsCommandTest extends CommandTestCase {
    private static final List<String> MODEL = List.of("--model", "src/test/resources/test-model", "--device", "cpu", "--no-ears");
    private Path a = Path.of("");
    private Path b = Path.of("");
    private Path work = Path.of("");

    @BeforeEach
    void writeScripts() throws IOException {
        a = Files.writeString(Files.createDirectories(home.resolve("a")).resolve("talk.txt"), "Ann: See it?\nBen: No.\nAnn: There.\n");
        b = Files.writeString(Files.createDirectories(home.resolve("b")).resolve("talk.txt"), "Cid: Who is there?\nDot: Nobody.\n");
        work = home.resolve("work");
    }

    private int render(Object... arguments) {
        var all = new ArrayList<>(List.of("render"));
        for (var argument : arguments) all.add(argument.toString());
        all.addAll(MODEL);
        if (Stream.of(arguments).noneMatch(x -> x.toString().endsWith(".parley"))) all.addAll(List.of("--max-length", "400"));
        return run(all.toArray(String[]::new));
    }

    private void done(int code) {
        assertEquals(0, code, err);
    }

    /** A project of lines by two speakers, each of several seconds of text but at most 240 ms of speech. */
    private Path project(String name, Preset preset) {
        var lines = IntStream.rangeClosed(1, 24).mapToObj(i -> Line.of("L" + i, i % 2, "This is line number " + i + " and it goes on for some words more than the others.")).toList();
        var document = Document.of(new Conversation("Test", List.of(Speaker.named(0, "Ann"), Speaker.named(1, "Ben")), lines, new Delivery(0.9, 50, 240, null)));
        var root = home.resolve(name + ".parley");
        Project.create(root, document.with(document.settings().with(preset))).close();
        return root;
    }

    private static Document saved(Path project) {
        var opened = Project.openReadOnly(project).project();
        try (opened) {
            return opened.document();
        }
    }

    private static TreeMap<String, Long> files(Path folder) throws IOException {
        var out = new TreeMap<String, Long>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) out.put(folder.relativize(file).toString(), Files.size(file));
        }
        return out;
    }

    private static long found(String text, String what) {
        return text.lines().filter(l -> l.contains(what)).count();
    }

    @Test
    void scriptsInPartsAreTheSameAsEachOnItsOwn() throws IOException {
        done(render(a, "-o", home.resolve("a.wav")));
        done(render(b, "-o", home.resolve("b.wav")));
        done(render(a, b, "--work", work, "--part", "1/2", "--json"));
        assertEquals(5, found(out, "\"reused\":false"), "one part does what no other does");
        done(render(a, b, "--work", work, "--part", "2/2", "--json"));
        assertEquals(0, found(out, "\"event\":\"line\""), out);
        done(render(a, b, "--work", work, "--merge", "-o", home.resolve("out"), "--json"));
        assertEquals(5, found(out, "\"reused\":true"), out);
        assertArrayEquals(Files.readAllBytes(home.resolve("a.wav")), Files.readAllBytes(home.resolve("out/a/talk.wav")));
        assertArrayEquals(Files.readAllBytes(home.resolve("b.wav")), Files.readAllBytes(home.resolve("out/b/talk.wav")));
        var summary = Files.readString(work.resolve("parts/part-1-of-2.json"));
        for (var part : List.of("\"state\": \"finished\"", "\"units\": 2", "\"spoken\": 5", "\"failed\": []", "\"wall_seconds\"")) assertTrue(summary.contains(part), summary);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void aProjectInFourPartsIsTheSameAsWhole(Preset preset) throws Exception {
        var whole = project("whole", preset);
        var parts = project("parts", preset);
        done(render(whole));
        var before = files(parts);
        for (int i = 1; i <= 4; i++) {
            done(render(parts, "--work", work, "--part", i + "/4"));
            assertEquals(i == 1 && preset == Preset.REFERENCES, err.contains("from line 1"), err);
        }
        assertEquals(before, files(parts), "a part changes nothing in a project");
        done(render(parts, "--work", work, "--merge"));
        assertEquals(saved(whole).conversation(), saved(parts).conversation());
        assertEquals(saved(whole).decorations(), saved(parts).decorations());
        var opened = Project.open(parts).project();
        try (opened) {
            assertTrue(opened.document().lines().stream().allMatch(l -> opened.clipStore().isWhole(l.takes().getFirst().clip())));
        }
        done(render(parts, "--work", work, "--merge"));
        assertTrue(err.contains("nothing to do"), err);
    }

    @Test
    void partsAtOnceShareTheWork() throws Exception {
        var whole = project("whole", Preset.REFERENCES);
        var parts = project("parts", Preset.REFERENCES);
        done(render(whole));
        var reports = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(3)) {
            var runs = IntStream.rangeClosed(1, 3).mapToObj(i -> pool.submit(() -> {
                var o = new StringWriter();
                var all = new ArrayList<>(List.of("render", parts.toString(), "--work", work.toString(), "--part", i + "/3", "--json"));
                all.addAll(MODEL);
                assertEquals(0, ParleyCommand.run(new PrintWriter(o), new PrintWriter(new StringWriter()), all.toArray(String[]::new)));
                return o.toString();
            })).toList();
            for (var r : runs) reports.add(r.get());
        }
        assertEquals(24, reports.stream().mapToLong(r -> found(r, "\"reused\":false")).sum(), "each line once");
        done(render(parts, "--work", work, "--merge"));
        assertEquals(saved(whole).conversation(), saved(parts).conversation());
    }

    @Test
    void severalTakesAreChosenAlike() throws IOException {
        done(render(a, "-o", home.resolve("a.wav"), "--takes", "3"));
        done(render(a, "--work", work, "--part", "1/1", "--takes", "3"));
        done(render(a, "--work", work, "--merge", "-o", home.resolve("m.wav"), "--takes", "3"));
        assertArrayEquals(Files.readAllBytes(home.resolve("a.wav")), Files.readAllBytes(home.resolve("m.wav")));
        assertEquals(files(home.resolve("a.wav.takes")), files(home.resolve("m.wav.takes")));
    }

    @Test
    void nothingIsMergedBeforeAllIsThere() throws IOException {
        done(render(a, "--work", work, "--part", "1/1"));
        assertEquals(11, render(a, b, "--work", work, "--merge", "-o", home.resolve("out"), "--json"));
        assertTrue(err.contains("1 of 2 units has not been finished: " + b + ". Run the parts again"), err);
        assertTrue(out.contains("\"code\":11"), out);
        assertFalse(Files.exists(home.resolve("out")));
        done(render(a, "--work", work, "--merge", "-o", home.resolve("a.wav")));
        done(render(a, b, "--work", work, "--part", "1/1"));
        done(render(a, b, "--work", work, "--merge", "-o", home.resolve("out")));
    }

    /** What was finished and is lost is rendered by the parts once more. */
    @Test
    void damagedLinesAreRenderedAgain() throws IOException {
        done(render(a, "-o", home.resolve("a.wav")));
        done(render(a, "--work", work, "--part", "1/1"));
        try (var clips = Files.walk(work.resolve("audio"))) {
            Files.delete(clips.filter(f -> f.toString().endsWith(".wav")).findFirst().orElseThrow());
        }
        assertEquals(3, render(a, "--work", work, "--merge", "-o", home.resolve("m.wav")));
        assertTrue(err.contains("not among the finished ones"), err);
        assertFalse(Files.exists(home.resolve("m.wav")));
        done(render(a, "--work", work, "--part", "1/1", "--json"));
        assertEquals(1, found(out, "\"reused\":false"), out);
        assertEquals(2, found(out, "\"reused\":true"), out);
        done(render(a, "--work", work, "--merge", "-o", home.resolve("m.wav")));
        assertArrayEquals(Files.readAllBytes(home.resolve("a.wav")), Files.readAllBytes(home.resolve("m.wav")));
    }

    /** Of an edited script the parts render only what has changed and what hears it. */
    @Test
    void finishedLinesOfAnEditedScriptAreKept() throws IOException {
        done(render(a, "--work", work, "--part", "1/1"));
        Files.writeString(a, "Ann: See it?\nBen: No.\nAnn: Over there.\n");
        assertEquals(11, render(a, "--work", work, "--merge", "-o", home.resolve("m.wav")));
        done(render(a, "--work", work, "--part", "1/1", "--json"));
        assertEquals(1, found(out, "\"reused\":false"), out);
        done(render(a, "-o", home.resolve("a.wav")));
        done(render(a, "--work", work, "--merge", "-o", home.resolve("m.wav")));
        assertArrayEquals(Files.readAllBytes(home.resolve("a.wav")), Files.readAllBytes(home.resolve("m.wav")));
    }

    /** A unit that cannot be rendered does not keep the others from being rendered, and the summary says why. */
    @Test
    void whatFailsIsNamedAndTheRestIsDone() throws IOException {
        Files.writeString(a, "@voice Ann long.wav\nAnn: See it?\n");
        Files.writeString(a.resolveSibling("long.txt"), "Words.");
        WavFiles.write(a.resolveSibling("long.wav"), Pcm.silence(24_000, 1, 24_000 * 200), SampleFormat.PCM_16);
        assertEquals(3, render(a, b, "--work", work, "--part", "1/1", "--prepare", "whole"));
        assertTrue(err.contains("Part 1/1 could not render everything: " + a + ": The"), err);
        var summary = Files.readString(work.resolve("parts/part-1-of-1.json"));
        assertTrue(err.contains(a + " could not be rendered: The"), err);
        assertTrue(summary.contains("\"state\": \"failed\"") && summary.contains("\"unit\": \"" + a + "\""), summary);
        assertEquals(11, render(a, b, "--work", work, "--merge", "-o", home.resolve("out"), "--prepare", "whole"));
        done(render(b, "--work", work, "--merge", "-o", home.resolve("b.wav"), "--prepare", "whole"));
    }

    /** All problems are named, each with its line, before the last sentence counts them. */
    @Test
    void everyLineThatFailsIsNamed() throws IOException {
        Files.writeString(Files.createDirectories(work).resolve("audio"), "no folder");
        assertEquals(6, render(a, b, "--work", work, "--part", "1/1"));
        assertEquals(2, found(err, "failed: Could not write"), err);
        assertTrue(err.contains("Fix the 2 problems above"), err);
        assertEquals(2, found(Files.readString(work.resolve("parts/part-1-of-1.json")), "\"line\": 1,"));
    }

    @Test
    void morePartsThanUnitsAreNoticed() {
        done(render(a, "--work", work, "--part", "2/2"));
        assertTrue(err.contains("3 lines in 1 unit for 2 parts. Lines that hear each other"), err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/4", "5/4", "a/b", "3"})
    void aPartThatIsNoneIsRefused(String part) {
        assertEquals(3, render(a, "--work", work, "--part", part));
        assertTrue(err.contains("such as 2/4"), err);
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() throws IOException {
        refused("Several files can only be rendered with --part and --merge", a, b, "-o", "x.wav");
        refused("'--work=DIR'", a, "--part", "1/2");
        refused("exclude each other", a, "--part", "1/2", "--merge", "--work", work);
        refused("--work needs --part or --merge", a, "-o", "x.wav", "--work", work);
        refused("--output, --stems and --keep-work apply to --merge", a, "--part", "1/2", "--work", work, "-o", "-");
        refused("standard input", "-", "--part", "1/2", "--work", work);
        refused("named twice", a, a.getParent().resolve("../a/talk.txt"), "--part", "1/2", "--work", work);
        refused("--takeover applies to --part only", a, "--merge", "--work", work, "--takeover", "9");
        assertEquals(3, render(a, "--part", "1/2", "--work", work, "--takeover", "1"));
        assertEquals(3, render(a, "--merge", "--work", work, "-o", home.resolve("x.wav")));
        assertTrue(err.contains("Run the parts first"), err);
        Files.createDirectory(work);
        refused("'--output=OUT'", a, "--merge", "--work", work);
        refused("one script at a time", a, b, "--merge", "--work", work, "-o", home.resolve("out"), "--stems", home.resolve("stems"));
        assertEquals(3, render(a, "--part", "1/2", "--work", project("p", Preset.REFERENCES).resolve("work")));
        assertEquals(3, render(home.resolve("none.txt"), "--part", "1/2", "--work", work));
        assertTrue(err.contains("none.txt"), err);
    }

    private void refused(String why, Object... arguments) {
        assertEquals(2, render(arguments), err);
        assertTrue(err.contains(why), err);
    }

    /** Machines with keys of their own would mix watermarks in one conversation. */
    @Test
    void partsWithOtherWatermarkKeysAreRefused() throws IOException {
        done(render(a, "--work", work, "--part", "1/2"));
        Files.delete(AppDirectories.ofUser().keyFile());
        assertEquals(3, render(a, "--work", work, "--part", "2/2"));
        assertTrue(err.contains("Copy watermark.key"), err);
    }
}
