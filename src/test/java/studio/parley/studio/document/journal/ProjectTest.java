package studio.parley.studio.document.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.Growth;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Take;
import studio.parley.problem.Problem;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.json.DocumentJsonTest;
import studio.parley.studio.document.model.Document;

class ProjectTest {
    @TempDir
    Path temp;
    private Path root;

    @BeforeEach
    void folder() {
        root = temp.resolve("The Lighthouse.parley");
    }

    private Project fresh() {
        return Project.create(root, Documents.lighthouse());
    }

    private static Project reopened(Project project) {
        project.close();
        var opened = Project.open(project.folder().root());
        assertEquals(List.of(), opened.notices());
        return opened.project();
    }

    @Test
    void documentAndHistorySurviveRestartSavedOrNot() {
        var r = new Random(5);
        var project = fresh();
        var states = new java.util.ArrayList<>(List.of(project.document()));
        for (int i = 0; i < 60; i++) {
            project.edit(new Edit("Edit " + i, Optional.empty(), Documents.edit(r, project.document()).change()));
            if (i % 9 == 0) project.undo();
            if (i % 12 == 0) project.arrive(new TakeAdded(project.document().lines().getFirst().id(), Documents.take("T", "" + i % 10), Optional.empty()));
            if (i % 25 == 0) project.save();
            if (i % 20 == 0) project = reopened(project);
        }
        var now = project.document();
        var past = project.history().past().stream().map(s -> s.label() + s.document()).toList();
        assertTrue(past.size() > 10);
        project = reopened(project);
        assertEquals(now, project.document());
        assertEquals(past, project.history().past().stream().map(s -> s.label() + s.document()).toList());
        project.undo();
        project.undo();
        var undone = project.document();
        project = reopened(project);
        assertEquals(undone, project.document());
        assertEquals(2, project.history().future().size());
        project.save().join();
        project = reopened(project);
        project.goTo(0).join();
        assertEquals(now, project.document());
        assertFalse(states.isEmpty());
        project.close();
    }

    @Test
    void projectJsonIsReadableAndJournalIsCompact() throws Exception {
        try (var project = fresh()) {
            for (int i = 0; i < 40; i++) project.edit(TestEdits.text("Type", "L2", "Take " + i));
            assertTrue(project.isDirty());
            project.save().join();
            assertFalse(project.isDirty());
            var text = Files.readString(project.folder().json());
            assertTrue(text.contains("\"text\": \"Take 39\""), text);
            assertTrue(text.startsWith("{\n  \"parley\": 2,\n  \"title\": \"The Lighthouse\""), text);
            assertTrue(Files.size(project.folder().journal()) < 12_000);
        }
    }

    @Test
    void aTornTailIsDroppedSilentlyAndWrittenOver() throws Exception {
        var project = fresh();
        project.edit(ProjectEdits.title("One")).join();
        project.edit(TestEdits.text("Type", "L1", "Two")).join();
        project.close();
        var journal = Files.readAllBytes(project.folder().journal());
        for (int cut = 1; cut < 60; cut += 7) {
            Files.write(project.folder().journal(), Arrays.copyOf(journal, journal.length - cut));
            try (var again = Project.open(root).project()) {
                assertEquals("One", again.document().conversation().title());
                assertEquals("Did you see that?", again.document().lines().getFirst().text());
                again.edit(ProjectEdits.title("Three")).join();
            }
            try (var again = Project.open(root).project()) {
                assertEquals("Three", again.document().conversation().title());
            }
        }
    }

    @Test
    void damagedProjectJsonIsRestoredFromTheJournal() throws Exception {
        var project = fresh();
        project.edit(ProjectEdits.title("Newer")).join();
        project.close();
        Files.writeString(project.folder().json(), "{\"parley\": 1, \"title\": ");
        var opened = Project.open(root);
        assertEquals("Newer", opened.project().document().conversation().title());
        assertEquals(1, opened.notices().size());
        assertTrue(Files.exists(root.resolve("project.damaged.json")));
        opened.project().close();
    }

    @Test
    void withoutAJournalTheProjectFileIsEnoughAndWithoutBothTheLastOne() throws Exception {
        var project = fresh();
        project.edit(ProjectEdits.title("Second")).join();
        project.save().join();
        project.close();
        Files.delete(project.folder().journal());
        Project.open(root).project().close();
        Files.writeString(project.folder().json(), "oops");
        Files.writeString(project.folder().journal(), "oops");
        var opened = Project.open(root);
        assertEquals("oops", Files.readString(root.resolve("project.damaged.json")), "the next save replaces it");
        assertTrue(List.of("Second", "The Lighthouse").contains(opened.project().document().conversation().title()));
        assertFalse(opened.notices().isEmpty());
        opened.project().close();
        for (var name : List.of("project.json", "project.last.json", "journal")) Files.writeString(root.resolve(name), "oops");
        assertTrue(assertThrows(Problem.class, () -> Project.open(root)).getMessage().contains("project.json"));
    }

    @Test
    void aChangeByHandWinsUnlessThereAreUnsavedEdits() throws Exception {
        var project = fresh();
        project.close();
        var json = project.folder().json();
        Files.writeString(json, Files.readString(json).replace("The Lighthouse", "By hand"));
        var opened = Project.open(root);
        assertEquals("By hand", opened.project().document().conversation().title());
        assertEquals(1, opened.notices().size());
        opened.project().edit(TestEdits.text("Type", "L1", "Kept.")).join();
        opened.project().close();
        Files.writeString(json, Files.readString(json).replace("By hand", "Again"));
        opened = Project.open(root);
        assertEquals("Kept.", opened.project().document().lines().getFirst().text());
        assertTrue(Files.readString(root.resolve("project.outside.json")).contains("Again"));
        opened.project().close();
    }

    @Test
    void aSaveInterruptedBetweenItsTwoFilesLosesNothing() throws Exception {
        var project = fresh();
        var before = Files.readAllBytes(project.folder().json());
        project.edit(ProjectEdits.title("Saved")).join();
        project.save().join();
        project.close();
        Files.write(project.folder().json(), before);
        var opened = Project.open(root);
        assertEquals("Saved", opened.project().document().conversation().title());
        assertEquals(List.of(), opened.notices());
        opened.project().close();
    }

    @Test
    void aNewerProjectIsRefusedAndNotTouched() throws Exception {
        Files.createDirectories(root);
        Files.writeString(root.resolve("project.json"), "{\"parley\": 3, \"lines\": \"other\"}");
        var problem = assertThrows(Problem.class, () -> Project.open(root));
        assertTrue(problem.getMessage().contains("newer version of Parley"), problem.getMessage());
        try (var files = Files.list(root)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void oneAtATime() {
        var project = fresh();
        assertTrue(assertThrows(Problem.class, () -> Project.open(root)).getMessage().contains("open"));
        project.close();
        Project.open(root).project().close();
        assertThrows(Problem.class, () -> Project.create(root, Documents.lighthouse()));
    }

    @Test
    void arrivingTakesAreNumberedAndLockedChoicesStay() {
        try (var project = fresh()) {
            project.arrive(new TakeAdded("L1", Documents.take("T1", "a"), Optional.empty()));
            project.edit(TakeEdits.lock(List.of("L1"), true));
            project.arrive(new TakeAdded("L1", Documents.take("T1", "b"), Optional.empty())).join();
            var line = project.document().lines().getFirst();
            assertEquals(List.of("T1", "T2"), line.takes().stream().map(Take::id).toList());
            assertEquals("T1", line.sounding().orElseThrow().id());
        }
    }

    /** Also after saving and opening again: what undo brings back finds its number free. */
    @Test
    void noTakeGetsTheNumberOfADeletedOne() {
        try (var project = fresh()) {
            for (var clip : List.of("a", "b", "c")) project.arrive(new TakeAdded("L1", Documents.take("T", clip), Optional.empty())).join();
            project.edit(TakeEdits.delete("L1", "T3"));
            project.edit(TakeEdits.delete("L1", "T1"));
            project.save().join();
        }
        try (var project = Project.open(root).project()) {
            project.arrive(new TakeAdded("L1", Documents.take("T", "d"), Optional.empty())).join();
            assertEquals(List.of("2", "4"), numbers(project));
            project.undo();
            project.undo();
            assertEquals(List.of("1", "2", "3", "4"), numbers(project));
        }
    }

    private static List<String> numbers(Project project) {
        return project.document().line("L1").orElseThrow().takes().stream().map(Take::number).toList();
    }

    @Test
    void missingFilesAreListedRelinkedAndRestored() throws Exception {
        try (var project = fresh()) {
            var sound = Pcm.mono(24000, new float[] {0.1f, 0.2f, 0.3f});
            var id = project.clipStore().put(sound);
            var take = new Take("T1", id.hex(), Documents.take("T1", "a").recipe(), 3, 24000, List.of());
            project.arrive(new TakeAdded("L1", take, Optional.empty())).join();
            var missing = MissingFile.in(project.document(), project.folder());
            assertEquals(List.of(new MissingFile.OfReference(0, "references/ann.wav", root.toAbsolutePath().resolve("references/ann.wav"))), missing);
            var elsewhere = Files.createDirectories(temp.resolve("old/deep")).resolve(id.hex() + ".wav");
            Files.move(project.clipStore().file(id), elsewhere);
            missing = MissingFile.in(project.document(), project.folder());
            assertEquals(2, missing.size());
            assertEquals(1, MissingFile.restore(missing, temp.resolve("old"), project.folder()));
            assertEquals(sound, project.clipStore().get(id));
            Files.writeString(temp.resolve("ann.wav"), "RIFF");
            Files.writeString(temp.resolve("ann.txt"), "Hello.");
            project.edit(ProjectEdits.relink(0, "references/ann.wav", temp.resolve("ann.wav").toString()));
            assertEquals(List.of(), MissingFile.in(project.document(), project.folder()));
            ProjectCollector.into(temp.resolve("carried.parley"), project.document(), project.folder());
        }
        var carried = Project.open(temp.resolve("carried.parley")).project();
        assertEquals(List.of(), MissingFile.in(carried.document(), carried.folder()));
        assertEquals(new Reference("references/ann.wav"), carried.document().conversation().speakers().getFirst().references().getFirst());
        assertEquals("Hello.", Files.readString(carried.folder().references().resolve("ann.txt")));
        carried.close();
    }

    @Test
    void anyDamagedJournalOpensOrIsAProblem() throws Exception {
        var project = fresh();
        for (int i = 0; i < 6; i++) project.edit(TestEdits.text("Type", "L" + (1 + i % 3), "Words " + i)).join();
        project.close();
        var journal = Files.readAllBytes(project.folder().journal());
        var r = new Random(11);
        for (int i = 0; i < 60; i++) {
            var text = new StringBuilder(new String(journal, StandardCharsets.ISO_8859_1));
            for (int k = 0; k <= r.nextInt(3); k++) DocumentJsonTest.mutate(r, text);
            Files.writeString(project.folder().journal(), text, StandardCharsets.ISO_8859_1);
            try (var again = Project.open(root).project()) {
                assertEquals(3, again.document().lines().stream().map(Line::id).distinct().count());
            }
        }
    }

    @Test
    void aKeystrokeCostsLittleMoreInALongProject() {
        try (var few = lines(root.resolve("few.parley"), 500); var many = lines(root.resolve("many.parley"), 4_000)) {
            Growth.assertAtMost(16, "keystrokes", () -> type(few), () -> type(many));
        }
    }

    private static Project lines(java.nio.file.Path folder, int count) {
        var lines = new java.util.ArrayList<Line>();
        for (int i = 0; i < count; i++) lines.add(Line.of("L" + i, 0, "Line " + i + " says something of ordinary length.").with(Documents.take("T1", "a")));
        return Project.create(folder, Documents.lighthouse().withLines(lines));
    }

    private static void type(Project project) {
        for (int i = 0; i < 100; i++) project.edit(LineEdits.type("L250", "def" + i));
    }

    @Test
    void aCopyInsideTheProjectIsRefused(@org.junit.jupiter.api.io.TempDir java.nio.file.Path own) {
        var root = own.resolve("x.parley");
        try (var project = Project.create(root, Document.empty("x"))) {
            for (var inside : java.util.List.of(root, root.resolve("y.parley"), root.resolve("audio/../y.parley"))) {
                org.junit.jupiter.api.Assertions.assertThrows(studio.parley.problem.Problem.class,
                        () -> ProjectCollector.into(inside, project.document(), project.folder()));
            }
            org.junit.jupiter.api.Assertions.assertFalse(java.nio.file.Files.exists(root.resolve("y.parley")));
        }
    }
}
