package studio.parley.studio.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.ClipCache;
import studio.parley.studio.export.MixRenderer;
import studio.parley.studio.project.ProjectModel;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.voices.ClipImporter;

/** A conversation of two synthetic voices (Kokoro), with the bundled recogniser and speaker encoder. */
class ImportRecordingTest {
    private static final Path TALK = Path.of("src/test/resources/recordings/talk.opus");
    private static final int RATE = 24_000;
    @TempDir
    Path home;

    private AppDirectories directories() {
        return AppDirectories.under(home.resolve("home"), Optional.of(Path.of("").toAbsolutePath()));
    }

    private Project imported(RecordingRequest request) {
        return ImportRecording.create(request, home.resolve("talk.parley"), directories(), share -> { }).made().project();
    }

    @Test
    void aConversationBecomesLinesOfItsSpeakersWithTakesAndVoices() {
        try (var project = imported(new RecordingRequest(TALK, OptionalInt.empty(), List.of("Ann", "Ben"), Optional.empty()))) {
            var document = project.document();
            assertEquals("talk", document.conversation().title());
            assertEquals(List.of("Ann", "Ben"), document.conversation().speakers().stream().map(Speaker::name).toList());
            assertEquals(List.of(0, 1, 0, 1, 0, 1), document.lines().stream().map(Line::speaker).toList());
            assertEquals("He does not like to drive when it is dark.", document.lines().get(1).text());
            isHeardAgain(document, project);
            for (var speaker : document.conversation().speakers()) {
                var note = document.track(speaker.number()).reference(speaker.references().getFirst().path());
                assertTrue(note.unconfirmed() && note.transcript().split(" ").length > 12, note.transcript());
                var clip = AudioFiles.read(project.folder().reference(speaker.references().getFirst().path()));
                assertTrue(clip.seconds() > 5 && clip.seconds() < 20, "a clip of " + clip.seconds() + " s");
            }
            isFreshUntilItsWordsChange(project);
        }
        try (var again = Project.open(home.resolve("talk.parley")).project()) {
            assertTrue(Staleness.of(again.document(), Delivery.STANDARD, "csm").get("L1") instanceof Staleness.Own, "the changed words are saved");
            assertEquals(6, again.document().lines().size());
        }
    }

    /** Playing the project gives the recording back: all but what is quieter than speech. */
    private static void isHeardAgain(Document document, Project project) {
        var recording = AudioFiles.read(TALK).toMono();
        var played = new MixRenderer(Arrangement.of(document, recording.rate()), ClipCache.of(project.clipStore())).read(0, recording.frames());
        double lost = 0;
        double all = 0;
        for (int i = 0; i < recording.frames(); i++) {
            all += Math.pow(recording.at(0, i), 2);
            lost += Math.pow(recording.at(0, i) - played.at(0, i), 2);
        }
        assertTrue(lost < 1e-3 * all, "lost " + lost / all);
    }

    private static void isFreshUntilItsWordsChange(Project project) {
        assertEquals(Optional.empty(), ProjectModel.wanted(project.document()), "a recording is no reason to look for a model");
        for (var model : List.of("csm", "another", Staleness.UNKNOWN_MODEL)) {
            var stale = Staleness.of(project.document(), Delivery.STANDARD, model);
            assertTrue(stale.values().stream().allMatch(s -> s instanceof Staleness.Fresh), model + ": " + stale);
            assertEquals(0, ProjectModel.outOfDate(project.document(), model));
        }
        project.edit(ProjectEdits.delivery(new Delivery(0.5, 10, null, 7L)));
        assertTrue(Staleness.of(project.document(), Delivery.STANDARD, "csm").get("L1") instanceof Staleness.Fresh, "settings are nothing to a recording");
        project.edit(LineEdits.type("L1", "The price of the ticket was fifty dollars."));
        assertEquals(new Staleness.Own(java.util.Set.of(Staleness.Cause.TEXT)), Staleness.of(project.document(), Delivery.STANDARD, "csm").get("L1"));
    }

    /** In a project with lines it comes after them; Ann is the Ann there is, and keeps her clips. */
    @Test
    void aConversationIsAppendedToAProject() {
        var before = Document.empty("x");
        before = ProjectEdits.addSpeaker(Speaker.named(4, "ann")).change().apply(before);
        before = before.withLines(List.of(Line.of("L1", 4, "Hello.")));
        try (var project = Project.create(home.resolve("x.parley"), before)) {
            var read = ReadRecording.of(new RecordingRequest(TALK, OptionalInt.of(2), List.of("Ann"), Optional.empty()), directories(), share -> { });
            assertEquals(2, read.speakers());
            project.edit(read.appended(read.store(project.clipStore(), new ClipImporter(project.folder()))));
            var after = project.document();
            assertEquals(List.of(4, 4, 0, 4, 0, 4, 0), after.lines().stream().map(Line::speaker).toList());
            assertEquals(List.of("ann", "Speaker 2"), after.conversation().speakers().stream().map(Speaker::name).toList());
            assertEquals(1, after.conversation().speaker(4).references().size());
            // As far apart as in the recording, whatever comes before.
            var starts = Arrangement.starts(after, 1000);
            assertEquals(3.75 - 0.57, (starts.get("L3") - starts.get("L2")) / 1000.0, 0.05);
            // The voice without a name may be anybody's, but not that of the recording before.
            project.edit(read.appended(read.store(project.clipStore(), new ClipImporter(project.folder()))));
            assertEquals(List.of("ann", "Speaker 2", "Speaker 3"), project.document().conversation().speakers().stream().map(Speaker::name).toList());
            project.undo();
            project.undo();
            assertEquals(before, project.document());
        }
    }

    @Test
    void whatCannotBeReadLeavesNoProject() throws Exception {
        var silent = home.resolve("silent.wav");
        WavFiles.write(silent, Pcm.silence(RATE, 1, 3 * RATE), SampleFormat.PCM_16);
        var refused = assertThrows(Problem.class, () -> imported(RecordingRequest.of(silent)));
        assertTrue(refused.getMessage().startsWith("No words were understood in " + silent), refused.getMessage());
        assertThrows(Problem.class, () -> imported(RecordingRequest.of(Files.writeString(home.resolve("a.wav"), "RIFF????WAVE"))));
        assertFalse(Files.exists(home.resolve("talk.parley")));
        Files.createDirectory(home.resolve("talk.parley"));
        Files.writeString(home.resolve("talk.parley").resolve("project.json"), "{}");
        assertThrows(Problem.class, () -> imported(RecordingRequest.of(TALK)));
    }

    @Test
    void itCanBeCancelledAtAnyTime() {
        for (double when : new double[] {0.1, 0.9}) {
            var stop = new AtomicBoolean();
            assertThrows(CancellationException.class, () -> Cancellation.unless(stop::get, () -> ImportRecording.create(RecordingRequest.of(TALK), home.resolve("talk.parley"), directories(),
                    share -> stop.set(share >= when)).made().project()));
            assertFalse(Files.exists(home.resolve("talk.parley")), "after " + when);
        }
    }
}
