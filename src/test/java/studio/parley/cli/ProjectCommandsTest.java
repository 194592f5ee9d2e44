package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.dialogue.Delivery;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.journal.Project;

/** Import, render and export of a project from the command line, with the tiny model. */
class ProjectCommandsTest {
    private static final String MODEL = Path.of("src/test/resources/test-model").toString();
    @TempDir
    Path home;
    private String out = "";
    private String err = "";
    private Path script;
    private String project;
    private final String usualHome = System.getProperty("parley.home");

    @BeforeEach
    void begin() throws Exception {
        System.setProperty("parley.home", home.resolve("home").toString());
        script = Files.writeString(home.resolve("s.txt"), "# Two\nAnn: One.\nBen: Two.\nAnn: Three.\n");
        project = home.resolve("two.parley").toString();
        assertEquals(0, run("import", script.toString(), "-o", home.resolve("two").toString()), () -> err);
        try (var opened = Project.open(Path.of(project)).project()) {
            opened.edit(ProjectEdits.delivery(new Delivery(null, null, 400, null))).join();
        }
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

    private int render(String... more) {
        var arguments = new java.util.ArrayList<>(java.util.List.of("render", project, "--model", MODEL));
        arguments.addAll(java.util.List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int export(String... more) {
        var arguments = new java.util.ArrayList<>(java.util.List.of("export", project, "-o", home.resolve("out").toString(), "--model", MODEL));
        arguments.addAll(java.util.List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void onlyWhatIsStaleIsSpoken() throws Exception {
        assertEquals(0, render("--json"), () -> err);
        assertEquals(3, out.lines().filter(l -> l.contains("\"event\":\"line\"")).count(), out);
        assertEquals(0, render(), () -> err);
        assertTrue(err.contains("nothing to do"), err);
        Files.writeString(script, "# Two\nAnn: One.\nBen: Two and a half.\nAnn: Three.\n");
        assertEquals(0, run("import", script.toString(), "-o", project, "--update"), () -> err);
        assertTrue(out.contains("0 lines added, 0 removed, 1 changed, 0 moved, 2 unchanged"), out);
        assertEquals(0, render(), () -> err);
        assertTrue(err.contains("1 line keeps a take that was rendered from earlier takes that have changed since. Use --affected to render it too."), err);
        assertTrue(err.contains("[1/1] Ben"), err);
        assertEquals(0, render("--affected"), () -> err);
        assertTrue(err.contains("[1/1] Ann"), err);
        assertEquals(0, render("--all", "--takes", "2", "--json"), () -> err);
        try (var opened = Project.open(Path.of(project)).project()) {
            assertEquals(4, opened.document().line("L2").orElseThrow().takes().size());
        }
    }

    @Test
    void whatIsNoProjectIsSaidInWords() throws Exception {
        assertEquals(3, run("render", home.resolve("nothere.parley").toString()));
        assertTrue(err.contains("nothere.parley is missing"), err);
        var broken = Files.createDirectory(home.resolve("broken.parley"));
        Files.writeString(broken.resolve("project.json"), "{\n  \"ver");
        assertEquals(3, run("export", broken.toString(), "-o", home.resolve("out").toString(), "--preset", "mix"));
        assertTrue(err.contains("it is not valid JSON (line 2, column"), err);
        assertFalse(err.contains("Exception"), err);
    }

    @Test
    void lockedLinesStay() {
        try (var opened = Project.open(Path.of(project)).project()) {
            opened.edit(TakeEdits.lock(java.util.List.of("L1"), true)).join();
        }
        assertEquals(0, render("--all"), () -> err);
        assertTrue(err.contains("1 locked line was skipped"), err);
        assertFalse(err.contains("/3]"), err);
    }

    @Test
    void exportSaysWhatIsMissingFirst() throws Exception {
        assertEquals(3, export(), () -> err);
        assertTrue(err.contains("Line 2 has no take: Ben: Two."), err);
        assertFalse(Files.exists(home.resolve("out")));
        assertEquals(3, export("--anyway"), () -> err);
        assertEquals(0, render(), () -> err);
        assertEquals(0, export("--format", "flac", "--rate", "44100", "--loudness", "-18"), () -> err);
        assertEquals(44_100, AudioFiles.read(Path.of(out.lines().findFirst().orElseThrow())).rate());
        try (var opened = Project.open(Path.of(project)).project()) {
            opened.edit(studio.parley.studio.document.edit.TestEdits.text("Type", "L3", "Other words.")).join();
        }
        assertEquals(3, export("--preset", "stems"), () -> err);
        assertTrue(err.contains("Line 3 has changed since it was rendered"), err);
        assertEquals(0, export("--preset", "handoff", "--anyway", "--json"), () -> err);
        assertTrue(out.contains("Two.RPP") && out.contains("Two_Ann.wav"), out);
    }

    @Test
    void clipsHaveTheBitsOfTheFormatAndSixteenBitReadersAreServedByDefault() throws Exception {
        assertEquals(0, render(), () -> err);
        for (var bits : java.util.Map.of("", 16, "wav16", 16, "wav24", 24, "wavfloat", 32, "flac24", 24, "mp3", 16).entrySet()) {
            var format = bits.getKey().isEmpty() ? new String[] {"--preset", "handoff"} : new String[] {"--preset", "handoff", "--format", bits.getKey()};
            assertEquals(0, export(format), () -> err);
            for (var file : out.lines().filter(l -> l.endsWith(".wav")).toList()) {
                var head = java.nio.ByteBuffer.wrap(Files.readAllBytes(Path.of(file))).order(java.nio.ByteOrder.LITTLE_ENDIAN);
                assertEquals(bits.getValue().shortValue(), head.getShort(34), file);
                assertEquals(bits.getValue() == 32 ? 3 : 1, head.getShort(20), file);
            }
            assertTrue(out.contains("clips"), out);
        }
    }

    @Test
    void aProjectIsNoPlaceForExportsAndItsReferencesStay() throws Exception {
        assertEquals(0, render(), () -> err);
        for (var to : java.util.List.of(project, project + "/out", project + "/../two.parley/audio")) {
            assertEquals(3, run("export", project, "-o", to, "--model", MODEL), () -> err);
            assertTrue(err.contains("is inside the project"), err);
        }
        var link = Files.createSymbolicLink(home.resolve("link"), Path.of(project));
        assertEquals(3, run("export", project, "-o", link.toString(), "--model", MODEL));
        assertFalse(Files.exists(Path.of(project, "out")));
        assertEquals(3, run("render", script.toString(), "-o", project + "/out.wav", "--model", MODEL));
        var out = Files.createDirectory(home.resolve("out"));
        var reference = Files.writeString(out.resolve("Two.wav"), "a voice");
        try (var opened = Project.open(Path.of(project)).project()) {
            opened.edit(ProjectEdits.addReference(0, new studio.parley.dialogue.Reference(reference.toString()),
                    new studio.parley.studio.document.model.ReferenceMetadata("", "", "Hello.", false, 0, 0))).join();
        }
        assertEquals(3, export("--anyway"), () -> err);
        assertTrue(err.contains("is also an input"), err);
        assertEquals("a voice", Files.readString(reference));
    }

    @Test
    void halfAnImportLeavesNothing() throws Exception {
        var voices = Files.createDirectory(home.resolve("voices"));
        Files.writeString(voices.resolve("Ann.wav"), "sound");
        Files.writeString(voices.resolve("Ann.txt"), "Hello.");
        Files.createDirectory(voices.resolve("Ben.wav"));
        var whole = Files.writeString(home.resolve("v.txt"), "@voice Ann voices/Ann.wav\n@voice Ben voices/Ben.wav\nAnn: One.\nBen: Two.\n");
        assertEquals(3, run("import", whole.toString(), "-o", path("half.parley")), () -> err);
        assertFalse(Files.exists(home.resolve("half.parley")));
        var into = Files.writeString(home.resolve("file.parley"), "mine");
        assertTrue(run("import", script.toString(), "-o", into.toString()) > 1);
        assertEquals("mine", Files.readString(into));
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    @Test
    void mistakesAreSaid() {
        assertEquals(2, render("-o", "x.wav"));
        assertTrue(err.contains("applies to scripts only"), err);
        assertEquals(2, run("render", script.toString()));
        assertEquals(2, run("render", script.toString(), "-o", home.resolve("x.wav").toString(), "--all"));
        assertEquals(3, run("import", script.toString(), "-o", project));
        assertEquals(3, run("import", script.toString(), "-o", home.resolve("none.parley").toString(), "--update"));
        assertEquals(3, run("import", home.resolve("none.txt").toString(), "-o", home.resolve("n.parley").toString()));
        assertEquals(3, export("--format", "tape"));
        assertEquals(3, export("--rate", "8000"));
        assertEquals(3, export("--loudness", "loud"));
        assertEquals(3, export("--preset", "vinyl"));
        assertEquals(3, run("export", home.resolve("no.parley").toString(), "-o", home.toString()));
    }
}
