package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;
import studio.parley.recognition.Transcript;
import studio.parley.recognition.TranscriptionOptions;
import studio.parley.studio.ClipTranscripts;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.project.ProjectImport;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.transcription.ClipTranscriber;
import studio.parley.studio.transcription.HeardWords;
import studio.parley.studio.transcription.TranscribeAudio;
import studio.parley.studio.transcription.TranscriptionRequest;

/** A reference clip without a text file is heard by the recogniser that comes with Parley. */
class EarsTest {
    @TempDir
    Path home;
    private final ArrayList<String> notices = new ArrayList<>();

    private ClipTranscripts ears() {
        var directories = AppDirectories.under(home.resolve("home"), Optional.of(Path.of("").toAbsolutePath()));
        return new ClipTranscripts(ClipTranscriber.of(directories), notices::add);
    }

    private Path clip() throws Exception {
        return Files.copy(Path.of("assets/samples/refs/ben.wav"), home.resolve("ben.wav"));
    }

    @Test
    void itsWordsAreSaid() throws Exception {
        var clip = ears().clip(3, clip());
        assertEquals("My uncle kept the boats for 30 years and he never once learned to swim.", clip.transcript());
        assertTrue(clip.unconfirmed());
        assertEquals(1, notices.size());
        assertTrue(notices.getFirst().contains("30 years") && notices.getFirst().contains("ben.txt"), notices.toString());
    }

    @Test
    void aRecordingIsComparedWithAText() throws Exception {
        assertEquals("0 of 14 words differ (0.0 %)\n", HeardWords.of("My uncle kept the boats for thirty years, and he never learned to swim.", "My uncle kept the boats for 30 years and he never learned to swim.").report());
        assertEquals("missing: that\n1 of 4 words differ (25.0 %)\n", HeardWords.of("Did you see that?", "did you see").report());
    }

    @Test
    void speechThatRepeatsItselfIsHeardWhole() throws Exception {
        var once = AudioFiles.read(Path.of("assets/samples/refs/ann.wav"));
        int times = 9;
        var samples = new float[once.frames() * times];
        for (int i = 0; i < times; i++) System.arraycopy(once.samples(0), 0, samples, i * once.frames(), once.frames());
        var directories = AppDirectories.under(home.resolve("home"), Optional.of(Path.of("").toAbsolutePath()));
        try (var open = TranscribeAudio.open(Path.of("assets/ears"), 0, directories)) {
            var heard = open.audio(Pcm.mono(once.rate(), samples), TranscriptionOptions.USUAL, share -> { });
            assertEquals(" When I was a little girl, we used to count the ships from this window.".repeat(times).strip(), heard.text());
        }
    }

    @Test
    void theTextFileWinsAndWithoutEarsItIsNeeded() throws Exception {
        var file = clip();
        var message = org.junit.jupiter.api.Assertions.assertThrows(Problem.class, () -> ClipTranscripts.WRITTEN.clip(0, file)).getMessage();
        assertTrue(message.endsWith("Write what is said in it to " + home.resolve("ben.txt") + "."), message);
        Files.writeString(home.resolve("ben.txt"), "Written.");
        assertEquals("Written.", ears().clip(0, file).transcript());
        assertFalse(ears().clip(0, file).unconfirmed());
        assertTrue(notices.getFirst().startsWith(home.resolve("ben.txt") + " does not say what is heard in ben.wav: \"My uncle"), notices.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "My uncle kept the boats for 30 years, and he never once learned to swim. | 0",
            "My uncle kept the goats for thirty years, and he never once learned to swim. | 0",
            "My uncle kept the boats for thirty years. | 1",
            "Well then, my uncle kept the boats for thirty years, and he never once learned to swim. | 1",
            "The quick brown fox jumps over the lazy dog and then it runs away. | 1"})
    void aTextThatIsHardlyATranscriptIsQuestioned(String text, int questions) throws Exception {
        var file = clip();
        Files.writeString(home.resolve("ben.txt"), text);
        assertEquals(text, ears().clip(0, file).transcript());
        assertEquals(questions, notices.size(), notices.toString());
    }

    @Test
    void aProjectRemembersThatNobodyHasCheckedThem() throws Exception {
        clip();
        var script = Files.writeString(home.resolve("s.txt"), "@voice Ben ben.wav\nBen: Hello.\n");
        var root = home.resolve("s.parley");
        ProjectImport.create(script, Optional.empty(), Optional.empty(), ears(), root).project().close();
        try (var project = Project.open(root).project()) {
            var note = project.document().track(0).references().values().iterator().next();
            assertTrue(note.unconfirmed());
            assertTrue(note.transcript().startsWith("My uncle"), note.transcript());
        }
    }

    @Test
    void knownWordsGetTheirTimes() throws Exception {
        var directories = AppDirectories.under(home.resolve("home"), Optional.of(Path.of("").toAbsolutePath()));
        var text = Files.writeString(home.resolve("t.txt"), "My uncle kept the boats for thirty years, and he never once learned to swim.\n");
        try (var open = TranscribeAudio.open(Path.of("assets/ears"), 1, directories)) {
            var request = new TranscriptionRequest(clip(), Optional.of(text), Optional.empty(), "", false);
            var words = open.run(request, notices::add, share -> { }).words();
            assertEquals(Files.readString(text).strip(), words.stream().map(Transcript.Word::text).collect(Collectors.joining(" ")));
            assertTrue(words.getLast().to() > words.getFirst().from() + 2, words.toString());
            var missing = new TranscriptionRequest(home.resolve("ben.wav"), Optional.of(home.resolve("no.txt")), Optional.empty(), "", false);
            assertTrue(org.junit.jupiter.api.Assertions.assertThrows(Problem.class, () -> open.run(missing, notices::add, share -> { })).getMessage().startsWith("There is no text"));
        }
    }
}
