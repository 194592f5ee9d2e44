package studio.parley.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.voice.ReferenceClip;

class OutputsTest {
    @TempDir Path folder;
    private AppDirectories directories;
    private Path input;

    @BeforeEach
    void begin() throws IOException {
        directories = AppDirectories.under(folder.resolve("home"), Optional.empty());
        input = Files.writeString(folder.resolve("in.wav"), "precious");
    }

    private Outputs outputs() {
        return new Outputs(directories).reading(input);
    }

    private void refused(Path output, String words) {
        try (var outputs = outputs()) {
            var p = assertThrows(Problem.class, () -> outputs.file(output), output.toString());
            assertTrue(p.getMessage().contains(words), p.getMessage());
        }
    }

    @Test
    void anInputIsNoOutputUnderAnyOfItsNames() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("link.wav"), Path.of("in.wav"));
        Files.createLink(folder.resolve("hard.wav"), input);
        Files.createSymbolicLink(folder.resolve("here"), folder);
        for (var name : List.of("in.wav", "./in.wav", "sub/../in.wav", "link.wav", "hard.wav", "here/in.wav", "here/link.wav")) {
            refused(folder.resolve(name), "is also an input");
        }
        refused(Path.of("").toAbsolutePath().relativize(input), "is also an input");
    }

    @Test
    void anInputThatIsALinkIsNoOutputUnderItsRealName() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("ref.wav"), input);
        try (var outputs = new Outputs(directories).reading(link)) {
            assertThrows(Problem.class, () -> outputs.file(input));
        }
    }

    @Test
    void theWordsBesideAReferenceAreReadToo() throws IOException {
        var words = Files.writeString(folder.resolve("in.txt"), "Hello.");
        try (var outputs = new Outputs(directories).reading(List.of(new ReferenceClip(0, input, "Hello.")))) {
            assertThrows(Problem.class, () -> outputs.file(words));
        }
    }

    @Test
    void nothingIsWrittenTwice() {
        try (var outputs = outputs().file(folder.resolve("a.wav"))) {
            assertThrows(Problem.class, () -> outputs.file(folder.resolve("./a.wav")));
        }
    }

    @Test
    void filesIntoAFolderAreNoInputsEither() {
        try (var outputs = outputs()) {
            assertThrows(Problem.class, () -> outputs.folder(folder, List.of("x.wav", "in.wav")));
        }
    }

    @Test
    void aProjectOrAModelTakesNoOutputs() throws IOException {
        var project = Files.createDirectory(folder.resolve("x.parley"));
        Files.writeString(project.resolve("project.json"), "{}");
        refused(project.resolve("out.wav"), "is inside the project");
        refused(project.resolve("new/folder/out.wav"), "is inside the project");
        assertFalse(Files.exists(project.resolve("new")));
        try (var outputs = outputs().readingFolder(Files.createDirectory(folder.resolve("model")))) {
            assertThrows(Problem.class, () -> outputs.file(folder.resolve("model/backbone.onnx")));
        }
        try (var outputs = outputs()) {
            assertThrows(Problem.class, () -> outputs.folder(project.resolve("export"), List.of()));
        }
        // Others call their files project.json, too.
        Files.writeString(folder.resolve("project.json"), "{}");
        try (var outputs = outputs().file(folder.resolve("out.wav"))) {
            assertTrue(Files.exists(folder));
        }
    }

    @Test
    void placesThatCannotBeWrittenAreSaid() throws IOException {
        refused(folder, "is an existing folder");
        refused(input.resolve("out.wav"), "something else with that name");
        refused(folder.resolve("x".repeat(300) + ".wav"), "name too long");
        var closed = Files.createDirectory(folder.resolve("closed"));
        assertTrue(closed.toFile().setWritable(false));
        assumeTrue(!Files.isWritable(closed), "root may write everywhere");
        refused(closed.resolve("out.wav"), "permission denied");
    }

    @Test
    void theEndingHasToBeAKnownOne() {
        for (var name : List.of("out.ogg", "out", "out.wave", "out.m4a", ".wav.")) {
            try (var outputs = outputs()) {
                var p = assertThrows(Problem.class, () -> outputs.sound(folder.resolve("new").resolve(name)));
                assertTrue(p.getMessage().contains(".wav, .flac, .mp3 or .opus"), p.getMessage());
            }
        }
        assertFalse(Files.exists(folder.resolve("new")));
        try (var outputs = outputs().sound(folder.resolve("A.WAV")).sound(folder.resolve("b.flac")).sound(folder.resolve("c.Mp3")).sound(folder.resolve("d.opus"))) {
            assertTrue(Files.exists(folder));
        }
    }

    @Test
    void twoRendersToOneOutputAreOneTooMany() {
        var out = folder.resolve("out.wav");
        try (var first = outputs().file(out); var second = outputs()) {
            assertTrue(assertThrows(Problem.class, () -> second.file(folder.resolve("./out.wav"))).getMessage().contains("Another Parley process is writing"));
            try (var third = outputs().file(folder.resolve("other.wav"))) {
                assertTrue(Files.exists(folder));
            }
            // Letting go of another output's lock leaves this one.
            assertThrows(Problem.class, () -> second.file(out));
        }
        try (var again = outputs().file(out)) {
            assertTrue(Files.exists(folder));
        }
    }

    /** Settings and caches may be others; what renders keep beside their output is the same. */
    @Test
    void aParleyWithAnotherHomeIsNoticedToo() throws IOException {
        var work = folder.resolve("out.wav.parley-work");
        var other = new Outputs(AppDirectories.under(folder.resolve("other-home"), Optional.empty()));
        try (var first = outputs().own(work); other) {
            assertTrue(assertThrows(Problem.class, () -> other.own(work)).getMessage().contains("Another Parley process is writing"));
        }
        assertFalse(Files.exists(work), "the lock leaves nothing");
        try (var again = outputs().own(work)) {
            Files.writeString(work.resolve("line"), "kept");
        }
        try (var left = Files.list(work)) {
            assertEquals(List.of(work.resolve("line")), left.toList());
        }
    }

    @Test
    void foldersMadeForNothingGoAgain() throws IOException {
        try (var outputs = outputs().file(folder.resolve("a/b/out.wav")).file(folder.resolve("c/out.txt"))) {
            Files.writeString(folder.resolve("c/out.txt"), "x");
        }
        assertFalse(Files.exists(folder.resolve("a")));
        assertEquals("x", Files.readString(folder.resolve("c/out.txt")));
    }

    /** Of a process that is no more; what looks alike but is not of these outputs is somebody's own. */
    @Test
    void whatAKilledParleyLeftBesideTheOutputsGoes() throws IOException {
        var out = Files.createDirectories(folder.resolve("out/clips")).getParent();
        var dead = Long.toString(Long.MAX_VALUE / 1000);
        var alive = ProcessHandle.current().pid();
        var left = List.of("mix.wav." + dead + "-3.part", "clips/001.wav." + dead + "-4.part");
        var others = List.of("film.mp4." + dead + "-3.part", "mix.wav.part", "mix.wav." + alive + "-3.part", "mix.wav.99999999999999999999-1.part");
        for (var name : left) Files.writeString(out.resolve(name), "half");
        for (var name : others) Files.writeString(out.resolve(name), "mine");
        try (var outputs = outputs().folder(out, List.of("mix.wav", "clips/001.wav", "gone/002.wav"))) {
            for (var name : left) assertFalse(Files.exists(out.resolve(name)), name);
            for (var name : others) assertTrue(Files.exists(out.resolve(name)), name);
        }
        Files.writeString(out.resolve(left.getFirst()), "half");
        try (var outputs = outputs().file(out.resolve("mix.wav"))) {
            assertFalse(Files.exists(out.resolve(left.getFirst())));
        }
    }
}
