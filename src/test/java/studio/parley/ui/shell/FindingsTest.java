package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.model.Selection;
import studio.parley.ui.Fx;
import studio.parley.ui.Heard;

/** From finding to finding by F8, with the words in the line. */
class FindingsTest {
    @TempDir
    Path home;

    /** In line 3 a word is another and one is missing. */
    private Shell open() throws Exception {
        var shell = Shell.lighthouse(home, 4);
        Fx.run(() -> {
            var session = shell.session();
            var line = session.document().lines().get(2);
            Heard.text(session, line, "That light. Out past the elephants, there it is.");
            session.edit(TakeEdits.flag(java.util.List.of(session.document().lines().get(3).id()), true));
            session.select(Selection.of(session.document().lines().get(1).id()));
        });
        Fx.until(() -> shell.services.notices().standing().isEmpty() && tab(shell).equals("Checks 4"), 10_000);
        return shell;
    }

    private static String tab(Shell shell) {
        return ((javafx.scene.control.Labeled) shell.fx.stage.getScene().getRoot().lookup("#tab-checks")).getText();
    }

    private static Node lookup(Shell shell, String css) {
        return shell.fx.stage.getScene().getRoot().lookup(css);
    }

    /** The text below a path of the current card. */
    private static String below(Shell shell, String path) {
        var card = lookup(shell, ".line-card:current");
        var shape = (javafx.scene.shape.Path) card.lookup(path);
        if (shape == null || shape.getElements().isEmpty()) return "";
        var text = (Text) card.lookup(".words-text");
        var bounds = shape.localToScene(shape.getBoundsInLocal());
        int from = text.hitTest(text.sceneToLocal(bounds.getMinX() + 2, bounds.getCenterY())).getCharIndex();
        int to = text.hitTest(text.sceneToLocal(bounds.getMaxX() - 2, bounds.getCenterY())).getCharIndex();
        return text.getText().substring(from, to + 1);
    }

    @Test
    void everyFindingIsAStopAndItsWordsAreHighlighted() throws Exception {
        try (var shell = open()) {
            var words = new java.util.ArrayList<String>();
            for (int i = 0; i < 3; i++) {
                shell.fx.key(KeyCode.F8);
                words.add(Fx.call(() -> shell.session().document().indexOf(shell.session().focusedLine().orElseThrow().id()) + 1 + ": " + below(shell, ".found.current")));
            }
            assertEquals(java.util.List.of("3: rocks", "3: again", "4: "), words);
            shell.fx.key(KeyCode.SHIFT, KeyCode.F8);
            assertEquals("again", Fx.call(() -> below(shell, ".found.current")));
            shell.fx.png("finding-pointed.png");
            shell.fx.key(KeyCode.UP);
            assertEquals("", Fx.call(() -> below(shell, ".found.current")));
        }
    }

    @Test
    void theWordsAreUnderlinedAndSelectedInTheEditorToo() throws Exception {
        try (var shell = open()) {
            Fx.run(() -> shell.session().select(Selection.of(shell.session().document().lines().get(2).id())));
            Fx.settle();
            shell.fx.click(".line-card:current .words");
            assertTrue(Fx.call(() -> lookup(shell, "#line-editor").isFocused()));
            var underline = (javafx.scene.shape.Path) lookup(shell, "#line-editor .wrong");
            assertFalse(Fx.call(() -> underline.getElements().isEmpty()));
            var text = Fx.call(() -> (Node) lookup(shell, "#line-editor .text"));
            assertTrue(Fx.call(() -> text.localToScene(text.getBoundsInLocal()).intersects(underline.localToScene(underline.getBoundsInLocal()))));
            shell.fx.key(KeyCode.F8);
            shell.fx.key(KeyCode.SHIFT, KeyCode.F8);
            assertEquals("again", Fx.call(() -> ((TextInputControl) lookup(shell, "#line-editor")).getSelectedText()));
            shell.fx.key(KeyCode.SHIFT, KeyCode.F8);
            assertEquals("rocks", Fx.call(() -> ((TextInputControl) lookup(shell, "#line-editor")).getSelectedText()));
            shell.fx.png("finding-edited.png");
            shell.fx.type("cliffs");
            assertTrue(Fx.call(() -> underline.getElements().isEmpty()), "the take was made from another text");
        }
    }
}
