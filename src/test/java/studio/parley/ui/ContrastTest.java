package studio.parley.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.Selection;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.settings.Appearance;
import studio.parley.ui.shell.Shell;

/** Words can be read in light, dark and high contrast: 4.5 to 1, in high contrast 7 to 1; and the part that has the keyboard is marked. */
class ContrastTest {
    private static final List<String> SHEETS = List.of("file.export", "view.settings", "help.keys", "edit.history", "view.palette", "script.paste.preview", "view.notices");

    @TempDir
    Path home;
    private final List<String> faint = new ArrayList<>();
    private Shell shell;
    private Scene scene;

    @Test
    void wordsStandOutFromTheirGround() throws Exception {
        try (var open = Shell.lighthouse(home, 5)) {
            shell = open;
            prepare();
            scene = Fx.call(() -> shell.fx.stage.getScene());
            // A hidden window is not drawn besides the pictures.
            Fx.run(shell.fx.stage::hide);
            for (var scheme : new Theme.Scheme[] {Theme.Scheme.LIGHT, Theme.Scheme.DARK}) for (boolean contrast : new boolean[] {false, true}) {
                Fx.run(() -> {
                    new Appearance(shell.services).contrast(contrast, scene());
                    new Appearance(shell.services).scheme(scheme, scene());
                });
                walk(scheme.name().toLowerCase(Locale.ROOT) + (contrast ? " high contrast" : ""), contrast ? 7 : 4.5);
            }
        }
        assertEquals("", String.join("\n", faint));
    }

    /** Green, amber, red and missing lines, and a notice. */
    private void prepare() throws Exception {
        Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
        Fx.run(() -> {
            shell.fx.stage.setWidth(1280);
            shell.fx.stage.setHeight(860);
            var session = shell.session();
            for (var line : List.copyOf(session.document().lines()).subList(0, 5)) SessionFixture.arrive(session, line);
            session.refresh();
            session.edit(LineEdits.type(session.document().lines().get(1).id(), "See what there?"));
            session.edit(ProjectEdits.mute(2, true));
            session.select(Selection.of(session.document().lines().get(2).id()));
            var pasted = new ClipboardContent();
            pasted.putString("Ann: What was that?\nBEN (V.O.): The wind.\nCora ^: It was no wind.\n");
            Clipboard.getSystemClipboard().setContent(pasted);
            shell.services.notices().trouble(Problem.input("The disk is full: free some space."));
        });
    }

    private void walk(String mode, double least) throws Exception {
        for (var pane : List.of("side.checks", "side.line", "side.voices")) {
            shell.command(pane);
            measure(mode + ", " + pane, least, pane.equals("side.voices") ? scene().getRoot() : shell.fx.find("#side-pane"));
        }
        for (var sheet : SHEETS) {
            shell.command(sheet);
            measure(mode + ", " + sheet, least, Fx.call(() -> scene().getRoot().lookup(".overlay-card")));
            Fx.run(() -> Event.fireEvent(scene.getRoot().lookup(".overlay"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        }
    }

    private void measure(String what, double least, Node scope) throws Exception {
        Fx.run(() -> {
            // A sheet's shadow is most of the time its picture takes.
            scope.setStyle("-fx-effect: null");
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        for (var found : Fx.call(() -> Contrast.below(least, scene().getRoot(), scope))) faint.add(what + ": " + found);
    }

    /** F6 goes through all parts; each time a ring that stands out is around what has the keyboard. */
    private Scene scene() {
        return scene;
    }
}
