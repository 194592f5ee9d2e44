package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Speaker;
import studio.parley.ui.Fx;

/** Where the keyboard is without anybody clicking: at the start, in a new project, after a sheet. */
class FirstKeysTest {
    @TempDir
    Path home;

    private static String script(Shell shell) throws Exception {
        return Fx.call(() -> shell.session().document().lines().stream()
                .map(l -> shell.session().document().conversation().speaker(l.speaker()).name() + ": " + l.text()).collect(Collectors.joining("\n")));
    }

    private static String focus(Shell shell) throws Exception {
        return Fx.call(() -> shell.fx.stage.getScene().getFocusOwner() instanceof Node n ? n.getId() + " " + n.getClass().getSimpleName() : "nobody");
    }

    @Test
    void aNewProjectTakesWordsAtOnceAndTwoSpeakersTakeTurns() throws Exception {
        try (var shell = new Shell(home)) {
            Fx.run(shell.window::empty);
            assertEquals("file-new Button", focus(shell));
            shell.fx.key(KeyCode.ENTER);
            assertEquals("project-name TextField", focus(shell));
            shell.fx.type("Tale");
            shell.fx.key(KeyCode.ENTER);
            Fx.until(() -> shell.window.session().isPresent(), 10_000);
            Fx.settle();
            assertEquals(List.of("Speaker 1", "Speaker 2"), shell.session().document().conversation().speakers().stream().map(Speaker::name).toList());
            shell.fx.type("Hello.");
            shell.fx.key(KeyCode.ENTER);
            shell.fx.type("Hi.");
            shell.fx.key(KeyCode.ENTER);
            shell.fx.type("T and F");
            assertEquals("Speaker 1: Hello.\nSpeaker 2: Hi.\nSpeaker 1: T and F", script(shell));
            shell.fx.key(KeyCode.TAB);
            assertEquals("Speaker 2: T and F", script(shell).lines().toList().getLast());
            shell.fx.key(KeyCode.CONTROL, KeyCode.DIGIT1);
            assertEquals("Speaker 1: T and F", script(shell).lines().toList().getLast());
        }
    }

    /** Letters that come while the project is still being created are its own, and run no command of the one before. */
    @Test
    void whatIsTypedTooEarlyIsInTheNewProject() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            shell.command("file.new");
            TextField name = shell.fx.find("#project-name");
            Fx.run(() -> {
                name.setText("Tale");
                Event.fireEvent(name, key(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER));
                for (var letter : "Mist.".split("")) {
                    var at = shell.fx.stage.getScene().getFocusOwner();
                    Event.fireEvent(at, key(KeyEvent.KEY_PRESSED, "", KeyCode.getKeyCode(letter.toUpperCase(Locale.ROOT))));
                    Event.fireEvent(at, key(KeyEvent.KEY_TYPED, letter, KeyCode.UNDEFINED));
                }
            });
            Fx.until(() -> shell.window.session().filter(s -> s.document().lines().size() == 1).isPresent(), 10_000);
            Fx.until(() -> shell.session().document().lines().getFirst().text().equals("Mist."), 10_000);
        }
    }

    private static KeyEvent key(EventType<KeyEvent> kind, String letter, KeyCode code) {
        return new KeyEvent(kind, letter, letter, code == null ? KeyCode.PERIOD : code, false, false, false, false);
    }

    /** Tab leads to the projects opened last; where it is can be seen. */
    @Test
    void aLinkThatHasTheKeyboardIsMarked() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            shell.command("file.close");
            Fx.until(() -> shell.window.session().isEmpty(), 10_000);
            Fx.settle();
            for (int i = 0; i < 3; i++) shell.fx.key(KeyCode.TAB);
            var link = Fx.call(() -> (Hyperlink) shell.fx.stage.getScene().getFocusOwner());
            assertTrue(Fx.call(() -> link.getBorder() != null && !link.getBorder().getStrokes().isEmpty()));
            var wide = Fx.call(link::getWidth);
            shell.fx.key(KeyCode.SHIFT, KeyCode.TAB);
            assertEquals(wide, Fx.call(link::getWidth));
        }
    }

    @Test
    void aSheetGivesTheCaretBack() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            assertTrue(focus(shell).endsWith("LineCard"), focus(shell));
            shell.fx.key(KeyCode.ENTER);
            shell.fx.type(" Look");
            for (var sheet : List.of("view.palette", "view.settings", "file.saveAs", "help.about", "help.keys")) {
                shell.command(sheet);
                Fx.settle();
                assertTrue(!focus(shell).startsWith("line-editor"), sheet + " has no focus");
                shell.fx.key(KeyCode.ESCAPE);
                assertEquals("line-editor LineEditor", focus(shell), sheet);
            }
            shell.fx.type("!");
            assertTrue(script(shell).startsWith("Ann: Did you see that? Look!\n"), script(shell));
        }
    }

    @Test
    void whatIsOpenedMeanwhileStaysOpenAndItsCloseLeadsToTheScript() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            var folder = shell.session().project().folder().root();
            shell.command("file.close");
            Fx.run(() -> {
                shell.window.start(Optional.of(folder));
                shell.services.commands().run("view.palette");
            });
            Fx.until(() -> shell.window.session().isPresent(), 10_000);
            Fx.settle();
            assertTrue(Fx.call(() -> shell.fx.stage.getScene().getRoot().lookup(".overlay") != null));
            shell.fx.key(KeyCode.ESCAPE);
            assertTrue(focus(shell).endsWith("LineCard"), focus(shell));
        }
    }

    @Test
    void spaceOnTheOpeningPictureIsNotLost() throws Exception {
        try (var shell = Shell.lighthouse(home, 7)) {
            var folder = shell.session().project().folder().root();
            shell.command("file.close");
            boolean[] played = {false};
            Fx.run(() -> {
                shell.window.start(Optional.of(folder));
                for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED)) {
                    var code = kind == KeyEvent.KEY_TYPED ? KeyCode.UNDEFINED : KeyCode.SPACE;
                    Event.fireEvent(shell.fx.stage.getScene().getFocusOwner(), new KeyEvent(kind, " ", " ", code, false, false, false, false));
                }
            });
            Fx.until(() -> shell.window.session().isPresent()
                    && (played[0] |= shell.session().player().playingProperty().get() || shell.session().player().position() > 0), 10_000);
            assertTrue(played[0]);
        }
    }
}
