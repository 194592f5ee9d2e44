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
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;

/** Sounds that are missing or damaged come back from their codes; only without those is a line spoken again. */
class LostSoundsTest {
    private static final String MODEL = Path.of("src/test/resources/test-model").toString();
    @TempDir
    Path home;
    private String err = "";
    private String project;
    private final String usualHome = System.getProperty("parley.home");

    @BeforeEach
    void speak() throws Exception {
        System.setProperty("parley.home", home.resolve("home").toString());
        var script = Files.writeString(home.resolve("s.txt"), "# Two\nAnn: One.\nBen: Two.\nAnn: Three.\n");
        project = home.resolve("two.parley").toString();
        assertEquals(0, run("import", script.toString(), "-o", project), () -> err);
        try (var opened = Project.open(Path.of(project)).project()) {
            opened.edit(ProjectEdits.delivery(new Delivery(null, null, 400, null))).join();
        }
        assertEquals(0, render("--takes", "2"), () -> err);
    }

    @AfterEach
    void tidy() {
        System.setProperty("parley.home", usualHome);
    }

    private int run(String... arguments) {
        var e = new StringWriter();
        int code = ParleyCommand.run(new PrintWriter(new StringWriter()), new PrintWriter(e), arguments);
        err = e.toString();
        return code;
    }

    private int render(String... more) {
        return run(Stream.concat(Stream.of("render", project, "--model", MODEL), Stream.of(more)).toArray(String[]::new));
    }

    private int export(String... more) {
        return run(Stream.concat(Stream.of("export", project, "-o", home.resolve("out").toString(), "--model", MODEL), Stream.of(more)).toArray(String[]::new));
    }

    private Document document() {
        try (var opened = Project.open(Path.of(project)).project()) {
            return opened.document();
        }
    }

    private List<Take> takes() {
        return document().lines().stream().flatMap(l -> l.takes().stream()).toList();
    }

    private Path wav(Take take) {
        return new ProjectFolder(Path.of(project)).clipStore().file(new ClipId(take.clip()));
    }

    /** One byte of the sound is another; size and header stay. */
    private static void damage(Path wav) throws IOException {
        var bytes = Files.readAllBytes(wav);
        bytes[bytes.length / 2] ^= 1;
        Files.write(wav, bytes);
        Files.setLastModifiedTime(wav, FileTime.fromMillis(1_000_000));
    }

    @Test
    void theSameSoundComesBackSampleForSample() throws Exception {
        var takes = takes();
        assertEquals(6, takes.size());
        var before = new java.util.HashMap<Take, byte[]>();
        for (var take : takes) before.put(take, Files.readAllBytes(wav(take)));
        for (int i = 0; i < takes.size(); i++) {
            if (i % 2 == 0) Files.delete(wav(takes.get(i)));
            else damage(wav(takes.get(i)));
        }
        assertEquals(0, export("--preset", "handoff"), () -> err);
        assertTrue(err.contains("The audio files of 6 takes were missing or damaged and were restored."), err);
        assertEquals(takes, takes());
        for (var take : takes) assertArrayEquals(before.get(take), Files.readAllBytes(wav(take)));
        Files.delete(wav(takes.getFirst()));
        assertEquals(0, render(), () -> err);
        assertTrue(err.contains("The audio file of one take was missing or damaged and was restored."), err);
        assertTrue(err.contains("nothing to do"), err);
        assertArrayEquals(before.get(takes.getFirst()), Files.readAllBytes(wav(takes.getFirst())));
        assertEquals(0, export("--preset", "mix"), () -> err);
        assertFalse(err.contains("restored"), err);
    }

    @Test
    void withAnotherKeyAnotherMarkButTheSameWords() throws Exception {
        var before = document();
        var sound = AudioFiles.read(wav(takes().getFirst())).samples(0);
        for (var take : takes()) Files.delete(wav(take));
        System.setProperty("parley.home", home.resolve("elsewhere").toString());
        assertEquals(0, export("--preset", "mix"), () -> err);
        assertTrue(err.contains("The audio files of 6 takes"), err);
        var again = AudioFiles.read(wav(takes().getFirst())).samples(0);
        assertEquals(sound.length, again.length);
        double difference = 0;
        double energy = 0;
        for (int i = 0; i < sound.length; i++) {
            difference += Math.pow(sound[i] - again[i], 2);
            energy += Math.pow(sound[i], 2);
        }
        assertTrue(difference > 0 && difference < energy / 1000, difference + " of " + energy);
        assertFalse(before.equals(document()));
        assertEquals(0, render(), () -> err);
        assertTrue(err.contains("nothing to do"), err);
    }

    @Test
    void withoutCodesTheLineIsSpokenAgain() throws Exception {
        var lost = document().lines().get(1).sounding().orElseThrow();
        Files.delete(wav(lost));
        var codes = wav(lost).resolveSibling(lost.clip() + ".codes");
        var bytes = Files.readAllBytes(codes);
        bytes[bytes.length / 2] ^= 1;
        Files.write(codes, bytes);
        assertEquals(3, export("--preset", "mix"), () -> err);
        assertTrue(err.contains("Line 2 has a take without its audio file"), err);
        assertEquals(0, export("--preset", "handoff", "--anyway"), () -> err);
        assertEquals(0, render(), () -> err);
        assertTrue(err.contains("[1/"), err);
        assertEquals(0, export("--preset", "mix"), () -> err);
    }

    @Test
    void aLockedLineIsNamed() throws Exception {
        var lost = document().lines().get(1).sounding().orElseThrow();
        try (var opened = Project.open(Path.of(project)).project()) {
            opened.edit(TakeEdits.lock(List.of(opened.document().lines().get(1).id()), true)).join();
        }
        Files.delete(wav(lost));
        Files.delete(wav(lost).resolveSibling(lost.clip() + ".codes"));
        assertEquals(0, render(), () -> err);
        assertTrue(err.contains("1 locked line has no audio file"), err);
    }

    @Test
    void aTakeThatPointsNowhereIsSpokenAgain() throws Exception {
        var json = Path.of(project, "project.json");
        Files.writeString(json, Files.readString(json).replace(document().lines().get(1).sounding().orElseThrow().clip(), "../../x"));
        Files.delete(Path.of(project, "journal"));
        assertEquals(3, export("--preset", "mix"), () -> err);
        assertTrue(err.contains("Line 2 has a take without its audio file"), err);
        assertEquals(0, render(), () -> err);
        assertEquals(0, export("--preset", "mix"), () -> err);
    }
}
