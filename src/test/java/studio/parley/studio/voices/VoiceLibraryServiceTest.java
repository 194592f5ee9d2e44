package studio.parley.studio.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.dialogue.Speaker;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.voice.Consent;

class VoiceLibraryServiceTest {
    private static final ReferenceMetadata AGREED = new ReferenceMetadata("calm", new Consent("Ann", LocalDate.of(2026, 11, 22), "They agreed.").text(), "", false, 100, 200);

    private static Path wav(Path folder, String name, String words) throws Exception {
        var file = folder.resolve(name);
        var samples = new float[24000];
        for (int i = 0; i < samples.length; i++) samples[i] = (float) Math.sin(i * 0.05) * 0.4f;
        WavFiles.write(file, Pcm.mono(24000, samples), SampleFormat.PCM_16);
        if (!words.isEmpty()) Files.writeString(folder.resolve(name.replace(".wav", ".txt")), words + "\n");
        return file;
    }

    @Test
    void aFileComesInWithItsWordsAndStaysAsItWas(@TempDir Path home) throws Exception {
        var file = wav(home, "ann smith.wav", "Hello there.");
        var folder = new ProjectFolder(home.resolve("p.parley"));
        var clip = new ClipImporter(folder).file(file);
        assertEquals("Hello there.", clip.note().transcript());
        assertEquals(-1, Files.mismatch(file, folder.reference(clip.reference().path())));
        assertEquals(clip, new ClipImporter(folder).file(file));
        assertThrows(Problem.class, () -> new ClipImporter(folder).file(home.resolve("ann smith.txt")));
    }

    @Test
    void severalFilesAreOneStepAndConsentCarriesOver(@TempDir Path home) throws Exception {
        var intake = new ClipImporter(new ProjectFolder(home.resolve("p.parley")));
        var clips = List.of(intake.file(wav(home, "a.wav", "")), intake.sound(Pcm.mono(24000, new float[2400]), "Ann", ReferenceMetadata.NONE));
        var document = ProjectEdits.addSpeaker(Speaker.named(0, "Ann")).change().apply(Document.empty("t"));
        document = ImportedClip.into(0, clips.subList(0, 1)).change().apply(document);
        document = ProjectEdits.note(0, clips.getFirst().reference().path(), AGREED).change().apply(document);
        document = ImportedClip.into(0, clips).change().apply(document);
        assertEquals(2, document.conversation().speaker(0).references().size());
        assertEquals(AGREED.consent(), document.track(0).reference(clips.getLast().reference().path()).consent());
        var cast = ImportedClip.asSpeakers(List.of(new ImportedClip.Named("Ben", clips.getLast()))).change().apply(document);
        assertEquals("Ben", cast.conversation().speaker(1).name());
    }

    @Test
    void throughTheLibraryIntoAnotherProject(@TempDir Path home) throws Exception {
        var folder = new ProjectFolder(home.resolve("p.parley"));
        var clip = new ClipImporter(folder).file(wav(home, "ann.wav", "Hello there."));
        var note = new ReferenceMetadata(AGREED.mood(), AGREED.consent(), clip.note().transcript(), false, 100, 200);
        var shared = new VoiceLibraryService(home.resolve("library"));
        shared.add(folder, "Ann", clip.reference().path(), note);
        var found = shared.library().list().clips().getFirst();
        var other = new ProjectFolder(home.resolve("q.parley"));
        var taken = shared.take(found, other);
        assertEquals(new ReferenceMetadata("calm", AGREED.consent(), "Hello there.", false, 0, 0), taken.note());
        assertEquals(0.7, AudioFiles.read(other.reference(taken.reference().path())).seconds(), 0.001);
    }

    @Property
    void consentNotesReadAnything(@ForAll String text) {
        Consent.parse(text).ifPresent(n -> assertTrue(!n.who().isEmpty() && !n.statement().isEmpty()));
        Consent.ofNote(text, LocalDate.EPOCH);
    }

    @Test
    void consentNotesRoundTrip() {
        var note = new Consent("Smith, Ann", LocalDate.of(2026, 2, 28), "Agreed: yes, 2026-01-01: all.");
        assertEquals(Optional.of(note), Consent.parse(note.text()));
        assertEquals(Optional.empty(), Consent.parse("Ann, 2026-02-31: yes"));
        assertEquals("Ann said yes", Consent.ofNote("Ann said yes", LocalDate.EPOCH).orElseThrow().statement());
    }
}
