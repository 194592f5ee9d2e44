package studio.parley.studio.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.MissingFile;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectCollector;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.voice.ClipFilter;

class ClipImporterTest {
    private static final Path ANN = Path.of("assets/samples/refs/ann.wav");
    @TempDir
    Path home;
    private Project project;
    private ClipImporter importer;

    @BeforeEach
    void open() {
        project = Project.create(home.resolve("p.parley"), ProjectEdits.addSpeaker(Speaker.named(0, "Ann")).change().apply(Document.empty("t")));
        importer = new ClipImporter(project.folder());
    }

    @AfterEach
    void close() {
        project.close();
    }

    private String add(ImportedClip clip) {
        project.edit(ImportedClip.into(0, List.of(clip)));
        return clip.reference().path();
    }

    private ReferenceMetadata note(String path) {
        return project.document().track(0).reference(path);
    }

    private List<Reference> references() {
        return project.document().conversation().speaker(0).references();
    }

    @Test
    void aFileBecomesAClipOnceAndKeepsWhatIsNotedOfIt() throws Exception {
        var path = add(importer.file(ANN));
        assertTrue(path.matches("references/ann-[0-9a-f]{12}\\.wav"), path);
        assertEquals(Files.readString(ANN.resolveSibling("ann.txt")).strip(), note(path).transcript());
        assertEquals(-1, Files.mismatch(ANN, project.folder().reference(path)));
        project.edit(ProjectEdits.trim(0, path, 500, 200));
        project.edit(ProjectEdits.note(0, path, note(path).withTranscript("Hello.").withConsent("Ann agreed").withMood("calm")));
        var noted = new ReferenceMetadata("calm", "Ann agreed", "Hello.", false, 500, 200);
        assertEquals(path, add(importer.file(ANN)));
        assertEquals(noted, note(path));
        assertEquals(1, references().size());
        project.edit(ProjectEdits.removeReference(0, new Reference(path)));
        assertEquals(List.of(), references());
        project.undo();
        assertEquals(noted, note(path));
        assertEquals(List.of(), MissingFile.in(project.document(), project.folder()));
    }

    @Test
    void aRecordingIsMended() {
        var path = add(importer.sound(Pcm.mono(48_000, tone(48_000, 0.01f)), "take 1", ReferenceMetadata.NONE.withTrim(250, 250)));
        var mended = importer.repaired(path, note(path).withTranscript("Words."), List.of(new ClipFilter.PeakNormalise()));
        assertEquals(ReferenceMetadata.NONE.withTranscript("Words."), mended.note());
        var sound = AudioFiles.read(project.folder().reference(mended.reference().path()));
        assertTrue(LevelStats.of(sound).peak() > 0.5);
        assertEquals(0.5, sound.seconds(), 0.001);
        project.edit(mended.replacing(0, path));
        assertEquals(List.of(mended.reference()), references());
        project.undo();
        assertEquals(List.of(new Reference(path)), references());
        var nothing = note(path).withTrim(700, 700);
        assertThrows(Problem.class, () -> importer.repaired(path, nothing, List.of()));
        assertEquals(1, ClipImporter.trimmed(Pcm.mono(48_000, tone(48_000, 0.01f)), nothing).frames());
    }

    private static float[] tone(int length, float level) {
        var out = new float[length];
        for (int i = 0; i < length; i++) out[i] = (float) Math.sin(i * 0.05) * level;
        return out;
    }

    @Test
    void anotherFileTakesTheNotesOfAMissingOne() throws Exception {
        var path = add(importer.file(ANN));
        var note = note(path).withMood("calm");
        Files.delete(project.folder().reference(path));
        assertInstanceOf(MissingFile.OfReference.class, MissingFile.in(project.document(), project.folder()).getFirst());
        var ben = ANN.resolveSibling("ben.wav");
        project.edit(importer.instead(note, ben).replacing(0, path));
        assertEquals(List.of(), MissingFile.in(project.document(), project.folder()));
        assertEquals(note, note(references().getFirst().path()));
        assertEquals(Files.readString(ANN.resolveSibling("ben.txt")).strip(), importer.instead(ReferenceMetadata.NONE, ben).note().transcript());
    }

    @Test
    void aProjectIsCarriedAway() {
        add(importer.file(ANN));
        project.edit(ProjectCollector.references(project.document(), project.folder()));
        ProjectCollector.into(home.resolve("copy.parley"), project.document(), project.folder());
        try (var copy = Project.open(home.resolve("copy.parley")).project()) {
            assertEquals(List.of(), MissingFile.in(copy.document(), copy.folder()));
            assertEquals(1, copy.document().conversation().speaker(0).references().size());
        }
    }

    @Test
    void whatIsNoSoundIsRefused() throws Exception {
        var text = Files.writeString(home.resolve("words.wav"), "no sound at all");
        assertThrows(Problem.class, () -> importer.file(text));
        assertFalse(project.history().isDirty());
    }
}
