package studio.parley.ui.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            Fx.until(() -> !s.lookup("#voice-0 .heard-note").isVisible(), 30_000);
            Fx.settle();
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
}
