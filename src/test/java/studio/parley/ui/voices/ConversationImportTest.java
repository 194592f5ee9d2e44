package studio.parley.ui.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.Preferences;

/** A recording dropped beside the speakers can be a conversation. */
class ConversationImportTest {
    private static final Path TALK = Path.of("src/test/resources/recordings/talk.opus").toAbsolutePath();
    @TempDir
    Path home;

    private static ContextMenu menu() throws Exception {
        return Fx.call(() -> Window.getWindows().stream().filter(w -> w instanceof ContextMenu).map(w -> (ContextMenu) w).findFirst().orElseThrow());
    }

    private static List<String> offers() throws Exception {
        var menu = menu();
        var found = Fx.call(() -> menu.getItems().stream().map(MenuItem::getText).filter(t -> t != null).toList());
        Fx.run(menu::hide);
        return found;
    }

    private static void switchOn(SideScene s) throws Exception {
        Fx.run(() -> s.session.services().preferences().put(Preferences.EARS, ""));
    }

    private static void choose() throws Exception {
        var menu = menu();
        Fx.run(() -> {
            menu.getItems().getLast().fire();
            menu.hide();
        });
    }

    @Test
    void itBecomesLinesAtTheEndInOneStep() throws Exception {
        try (var s = new SideScene(home, 1)) {
            switchOn(s);
            int before = s.session.document().lines().size();
            s.fx.drop(s.fx.find("#room"), SideScene.files(TALK));
            choose();
            Fx.until(() -> s.session.document().lines().size() == before + 6, 60_000);
            var document = s.session.document();
            assertEquals("He does not like to drive when it is dark.", document.lines().get(before + 1).text());
            assertTrue(document.conversation().speakers().stream().anyMatch(p -> p.name().equals("Speaker 2")));
            Fx.until(() -> s.lookup("#recording-progress") == null, 2000);
            Fx.run(s.session::undo);
            assertEquals(before, Fx.call(() -> s.session.document().lines().size()).intValue());
        }
    }

    @Test
    void aFileIsChosenInTheMenu() throws Exception {
        try (var s = new SideScene(home, 1)) {
            Fx.run(() -> s.session.services().preferences().put(Preferences.EARS, "no"));
            s.chosen = Optional.of(Files.createFile(home.resolve("EMPTY.WAV")));
            Fx.run(() -> s.session.services().commands().run("file.importRecording"));
            assertEquals(List.of(Messages.of("voices.recording.off")), said(s));
            switchOn(s);
            var before = s.session.document();
            Fx.run(() -> s.session.services().commands().run("file.importRecording"));
            Fx.until(() -> s.session.services().notices().all().size() == 2, 10_000);
            assertTrue(said(s).toString().contains("EMPTY.WAV is empty. Choose a WAV, FLAC, MP3 or OGG file."), said(s).toString());
            Fx.until(() -> s.lookup("#recording-progress") == null, 2000);
            assertEquals(before, s.session.document());
        }
    }

    private static List<String> said(SideScene s) throws Exception {
        return Fx.call(() -> s.session.services().notices().all().stream().map(n -> n.sentence()).toList());
    }

    /** A file that is named like a recording is one, also if it holds something else. */
    @Test
    void aBrokenRecordingIsNoScript() throws Exception {
        try (var s = new SideScene(home, 1)) {
            switchOn(s);
            s.fx.drop(s.fx.find("#room"), SideScene.files(Files.writeString(home.resolve("talk.M4A"), "Ann: Hello.\n")));
            choose();
            Fx.until(() -> !s.session.services().notices().all().isEmpty(), 10_000);
            assertTrue(said(s).toString().contains("talk.M4A is a text file, not an audio file."), said(s).toString());
        }
    }

    @Test
    void cancellingChangesNothing() throws Exception {
        try (var s = new SideScene(home, 1)) {
            switchOn(s);
            var before = s.session.document();
            s.fx.drop(s.fx.find("#room"), SideScene.files(TALK));
            choose();
            Fx.until(() -> s.lookup("#recording-progress") != null, 2000);
            Fx.until(() -> ((ProgressBar) s.lookup("#recording-progress")).getProgress() > 0, 30_000);
            s.fx.png("recording.png");
            s.fx.key(KeyCode.ESCAPE);
            Fx.until(() -> s.lookup("#recording-progress") == null, 2000);
            assertEquals(before, s.session.document());
            assertTrue(Fx.call(() -> s.session.services().notices().standing().isEmpty()));
        }
    }

    @Test
    void itIsOfferedForOneFileUnlessHearingIsOff() throws Exception {
        try (var s = new SideScene(home, 1)) {
            switchOn(s);
            var offer = Messages.of("voices.whose.conversation");
            s.fx.drop(s.fx.find("#room"), SideScene.files(TALK));
            assertTrue(offers().contains(offer));
            s.fx.drop(s.fx.find("#room"), SideScene.files(TALK, SideScene.REFS.resolve("ann.wav")));
            assertFalse(offers().contains(offer));
            Fx.run(() -> s.session.services().preferences().put(Preferences.EARS, "no"));
            s.fx.drop(s.fx.find("#room"), SideScene.files(TALK));
            assertFalse(offers().contains(offer));
            assertNull(s.lookup("#recording-progress"));
        }
    }
}
