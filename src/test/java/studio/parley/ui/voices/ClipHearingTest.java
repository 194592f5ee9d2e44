package studio.parley.ui.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.store.ClipId;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.transcription.TakeTranscripts;
import studio.parley.ui.Fx;
import studio.parley.ui.session.Preferences;

/** A clip that comes without a transcript is heard by the recogniser that Parley brings. */
class ClipHearingTest {
    private static final String WORDS = "When I was a little girl, we used to count the ships from this window.";
    @TempDir
    Path home;

    private Path mute(String name) throws Exception {
        return Files.copy(SideScene.REFS.resolve("ann.wav"), home.resolve(name));
    }

    private static void switchOn(SideScene s) throws Exception {
        Fx.run(() -> s.session.services().preferences().put(Preferences.EARS, ""));
    }

    @Test
    void itsWordsAreWrittenDownAndCanBeConfirmed() throws Exception {
        try (var s = new SideScene(home, 0)) {
            switchOn(s);
            s.fx.drop(s.fx.find("#voice-0"), SideScene.files(mute("a.wav")));
            Fx.until(() -> s.speaker(0).references().size() == 1 && !s.note(0, 0).transcript().isBlank(), 30_000);
            assertEquals(WORDS, s.note(0, 0).transcript());
            assertTrue(s.note(0, 0).unconfirmed());
            Fx.settle();
            Labeled note = s.fx.find("#voice-0 .heard-note .label");
            assertEquals("Heard by Parley; not checked.", note.getText());
            s.fx.png("heard.png");
            s.fx.click("#voice-0 .heard-note .button");
            assertFalse(s.note(0, 0).unconfirmed());
            assertEquals(WORDS, s.note(0, 0).transcript());
            assertFalse(Fx.call(() -> s.lookup("#voice-0 .heard-note").isVisible()));
            Fx.run(s.session::undo);
            assertTrue(s.note(0, 0).unconfirmed(), "one step of the history");
        }
    }

    @Test
    void aTextFileBesideItWins() throws Exception {
        try (var s = new SideScene(home, 0)) {
            switchOn(s);
            var clip = mute("b.wav");
            Files.writeString(home.resolve("b.txt"), "What somebody wrote.");
            s.fx.drop(s.fx.find("#voice-0"), SideScene.files(clip));
            Fx.until(() -> s.speaker(0).references().size() == 1, 8000);
            Fx.settle();
            assertEquals("What somebody wrote.", s.note(0, 0).transcript());
            assertFalse(s.note(0, 0).unconfirmed());
        }
    }

    @Test
    void switchedOffItWaitsToBeAsked() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.fx.drop(s.fx.find("#voice-0"), SideScene.files(mute("c.wav")));
            Fx.until(() -> s.speaker(0).references().size() == 1 && s.lookup("#voice-0 .heard-note .button") != null && s.lookup("#voice-0 .heard-note").isVisible(), 8000);
            assertEquals("", s.note(0, 0).transcript());
            s.fx.click("#voice-0 .heard-note .button");
            Fx.until(() -> !s.note(0, 0).transcript().isBlank(), 30_000);
            assertEquals(WORDS, s.note(0, 0).transcript());
        }
    }

    /** What somebody types while it listens is not replaced. */
    @Test
    void typedWordsStay() throws Exception {
        try (var s = new SideScene(home, 0)) {
            switchOn(s);
            s.fx.drop(s.fx.find("#voice-0"), SideScene.files(mute("d.wav")));
            Fx.until(() -> s.speaker(0).references().size() == 1, 8000);
            Fx.run(() -> s.session.edit(studio.parley.studio.document.edit.ProjectEdits.note(0, s.speaker(0).references().getFirst().path(), s.note(0, 0).withTranscript("Typed."))));
            Fx.until(() -> sentence(s).startsWith("Parley hears"), 30_000);
            assertEquals("Typed.", s.note(0, 0).transcript());
        }
    }

    /** The usual cause of a bad voice. */
    @Test
    void aWrongTranscriptIsNoticed() throws Exception {
        try (var s = new SideScene(home, 0)) {
            switchOn(s);
            var clip = mute("e.wav");
            Files.writeString(home.resolve("e.txt"), "When I was a little girl, we used to count the sheep.");
            s.fx.drop(s.fx.find("#voice-0"), SideScene.files(clip));
            Fx.until(() -> s.speaker(0).references().size() == 1 && s.lookup("#voice-0 .heard-note .label") instanceof Labeled l && l.getText().startsWith("Parley hears"), 30_000);
            s.fx.png("heard-other.png");
            s.fx.click("#voice-0 .heard-note .button");
            assertEquals(WORDS, s.note(0, 0).transcript());
            assertFalse(s.note(0, 0).unconfirmed());
            Fx.settle();
            assertFalse(Fx.call(() -> s.lookup("#voice-0 .heard-note").isVisible()));
        }
    }

    /** The words heard in the speaker's first clip. */
    private static List<TakeTranscript.Word> heard(SideScene s) {
        var file = s.session.project().folder().reference(s.speaker(0).references().getFirst().path());
        return new TakeTranscripts(s.session.project().clipStore()).find(ClipId.of(AudioFiles.read(file))).orElseThrow().words();
    }

    @Test
    void theHandlesDoNotCutWords() throws Exception {
        try (var s = new SideScene(home, 0)) {
            switchOn(s);
            s.fx.drop(s.fx.find("#voice-0"), SideScene.files(mute("f.wav")));
            Fx.until(() -> s.speaker(0).references().size() == 1 && !s.note(0, 0).transcript().isBlank(), 30_000);
            Fx.settle();
            var words = heard(s);
            var handle = s.fx.find("#voice-0 .trim-handle");
            var from = s.fx.centre(handle);
            for (int x = 20; x < 120; x += 17) {
                s.fx.drag(s.fx.centre(handle), new Point2D(from.getX() + x, from.getY()));
                double at = s.note(0, 0).trimStartMillis() / 1000.0;
                assertTrue(words.stream().noneMatch(w -> at > w.from() + 0.001 && at < w.to() - 0.001), at + " s in " + words);
            }
            double before = s.note(0, 0).trimStartMillis() / 1000.0;
            var next = words.stream().filter(w -> w.from() > before).findFirst().orElseThrow();
            for (int i = 0; i < 20 && s.note(0, 0).trimStartMillis() / 1000.0 < next.to(); i++) {
                s.fx.key(KeyCode.RIGHT);
                double at = s.note(0, 0).trimStartMillis() / 1000.0;
                assertFalse(at > next.from() + 0.001 && at < next.to() - 0.001, at + " s in " + next);
            }
            assertTrue(s.note(0, 0).trimStartMillis() / 1000.0 >= next.to(), "the keys reach the other side of a word");
            s.fx.key(KeyCode.HOME);
            Fx.settle();
            s.fx.key(KeyCode.ALT, KeyCode.RIGHT);
            assertEquals(50, s.note(0, 0).trimStartMillis(), "Alt moves anywhere");
        }
    }

    @Test
    void aClipFromBeforeIsHeardWhenItsHandleIsTaken() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.give(0, "ann.wav");
            var before = s.note(0, 0);
            switchOn(s);
            s.fx.click("#voice-0 .trim-handle");
            var file = s.session.project().folder().reference(path(s));
            var stored = new TakeTranscripts(s.session.project().clipStore());
            var id = ClipId.of(AudioFiles.read(file));
            Fx.until(() -> stored.find(id).isPresent(), 30_000);
            Fx.rest();
            assertEquals(before, s.note(0, 0), "its transcript stays as it was");
        }
    }

    /** The usual cause of a clone that says too much or stops too early. */
    @Test
    void aTranscriptThatEndsBeforeOrAfterTheClipIsFlagged() throws Exception {
        try (var s = new SideScene(home, 0)) {
            switchOn(s);
            var clip = mute("g.wav");
            Files.writeString(home.resolve("g.txt"), "When I was a little girl, we used to count the ships.");
            s.fx.drop(s.fx.find("#voice-0"), SideScene.files(clip));
            Fx.until(() -> s.speaker(0).references().size() == 1 && sentence(s).startsWith("The clip goes on after the transcript with “from this window"), 30_000);
            Fx.run(() -> s.session.edit(ProjectEdits.note(0, path(s), s.note(0, 0).withTranscript(WORDS + " And then we went to sleep."))));
            Fx.until(() -> sentence(s).equals("The transcript goes on after the clip: “And then we went to sleep” is not heard."), 8000);
            Fx.run(() -> s.session.edit(ProjectEdits.note(0, path(s), s.note(0, 0).withTranscript("A girl, we used to count the ships from this window."))));
            Fx.until(() -> sentence(s).startsWith("Parley hears") || sentence(s).startsWith("The clip begins with"), 8000);
            s.fx.png("heard-edges.png");
        }
    }

    private static String path(SideScene s) {
        return s.speaker(0).references().getFirst().path();
    }

    private static String sentence(SideScene s) {
        return s.lookup("#voice-0 .heard-note .label") instanceof Labeled l ? l.getText() : "";
    }

    @Test
    void aTranscriptThatWasKeptIsNotAskedAboutAgain() throws Exception {
        try (var s = new SideScene(home, 0)) {
            switchOn(s);
            var clip = mute("h.wav");
            Files.writeString(home.resolve("h.txt"), "When I was a little girl, we used to count the sheep.");
            s.fx.drop(s.fx.find("#voice-0"), SideScene.files(clip));
            Fx.until(() -> s.speaker(0).references().size() == 1 && sentence(s).startsWith("Parley hears"), 30_000);
            var keep = Fx.call(() -> (Node) s.side.lookupAll("#voice-0 .heard-note .button").stream().skip(1).findFirst().orElseThrow());
            s.fx.click(s.fx.centre(keep));
            assertFalse(Fx.call(() -> s.lookup("#voice-0 .heard-note").isVisible()));
            Fx.rest();
            var again = Fx.call(() -> new ReferenceSounds(s.session.project().folder()));
            Fx.until(() -> again.of(path(s)) instanceof ReferenceSounds.State.Ready, 8000);
            var ready = Fx.call(() -> (ReferenceSounds.State.Ready) again.of(path(s)));
            assertEquals("When I was a little girl, we used to count the sheep.", ready.agreed());
            assertTrue(ready.heard().isPresent());
        }
    }
}
