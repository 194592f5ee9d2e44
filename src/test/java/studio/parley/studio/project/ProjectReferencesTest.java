package studio.parley.studio.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.MissingFile;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.project.render.ProjectFixture;
import studio.parley.voice.ClipFilter;

class ProjectReferencesTest {
    private static final Path ANN = Path.of("assets/samples/refs/ann.wav");
    @TempDir
    Path home;
    private Project project;
    private ProjectReferences references;

    @BeforeEach
    void open() {
        project = Project.create(home.resolve("p.parley"), ProjectFixture.document());
        references = new ProjectReferences(project, Runnable::run);
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void aFileBecomesAClipOnce() throws Exception {
        var added = references.add(0, ANN).join();
        assertTrue(added.path().matches("references/ann-[0-9a-f]{12}\\.wav"), added.path());
        assertEquals(Files.readString(ANN.resolveSibling("ann.txt")).strip(), added.note().transcript());
        assertEquals(-1, Files.mismatch(ANN, project.folder().reference(added.path())));
        assertTrue(added.report().seconds() > 1);
        references.trim(0, added.path(), 500, 200).join();
        assertEquals(500, references.add(0, ANN).join().note().trimStartMillis());
        assertEquals(1, project.document().conversation().speaker(0).references().size());
        assertEquals(added.report().seconds() - 0.7, references.report(0, added.path()).join().seconds(), 0.01);
        references.transcript(0, added.path(), " Hello. ");
        references.consent(0, added.path(), "Ann agreed");
        references.mood(0, added.path(), "calm");
        var note = project.document().track(0).reference(added.path());
        assertEquals(List.of("Hello.", "Ann agreed", "calm", 500), List.of(note.transcript(), note.consent(), note.mood(), note.trimStartMillis()));
        references.remove(0, added.path());
        assertEquals(List.of(), project.document().conversation().speaker(0).references());
        project.undo();
        assertEquals("calm", project.document().track(0).reference(added.path()).mood());
        assertEquals(List.of(), references.missing().join());
    }

    @Test
    void aRecordingIsMended() {
        var quiet = Pcm.mono(48_000, tone(48_000, 0.01f));
        var added = references.add(1, quiet, "take 1").join();
        var mended = references.repair(1, added.path(), List.of(new ClipFilter.PeakNormalise())).join();
        assertTrue(mended.report().level().peak() > 0.5);
        assertEquals(List.of(mended.path()), project.document().conversation().speaker(1).references().stream().map(r -> r.path()).toList());
        project.undo();
        assertEquals(List.of(added.path()), project.document().conversation().speaker(1).references().stream().map(r -> r.path()).toList());
    }

    private static float[] tone(int length, float level) {
        var out = new float[length];
        for (int i = 0; i < length; i++) out[i] = (float) Math.sin(i * 0.05) * level;
        return out;
    }

    @Test
    void whatIsMissingIsFoundElsewhere() throws Exception {
        var added = references.add(0, ANN).join();
        var elsewhere = Files.createDirectories(home.resolve("backup/deep"));
        var file = project.folder().reference(added.path());
        Files.move(file, elsewhere.resolve(file.getFileName()));
        assertInstanceOf(MissingFile.OfReference.class, references.missing().join().getFirst());
        assertEquals(0, references.restore(Files.createDirectories(home.resolve("nothing"))).join());
        assertEquals(1, references.restore(home.resolve("backup")).join());
        assertEquals(List.of(), references.missing().join());
        Files.delete(project.folder().reference(project.document().conversation().speaker(0).references().getFirst().path()));
        var path = project.document().conversation().speaker(0).references().getFirst().path();
        references.relink(0, path, ANN.resolveSibling("ben.wav")).join();
        assertEquals(List.of(), references.missing().join());
        assertEquals(added.note().transcript(), project.document().track(0).references().values().iterator().next().transcript());
    }

    @Test
    void aProjectIsCarriedAway() {
        references.add(0, ANN).join();
        references.collect().join();
        references.collectInto(home.resolve("copy.parley")).join();
        try (var copy = Project.open(home.resolve("copy.parley")).project()) {
            assertEquals(List.of(), MissingFile.in(copy.document(), copy.folder()));
            assertEquals(1, copy.document().conversation().speaker(0).references().size());
        }
    }

    @Test
    void whatIsNoSoundIsRefused() throws Exception {
        var text = Files.writeString(home.resolve("words.wav"), "no sound at all");
        var refused = assertThrows(CompletionException.class, () -> references.add(0, text).join());
        assertInstanceOf(Problem.class, refused.getCause());
        assertFalse(project.history().isDirty());
    }
}
