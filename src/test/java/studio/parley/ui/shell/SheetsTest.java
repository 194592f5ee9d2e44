package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.ModalLayer;
import studio.parley.ui.settings.Appearance;

/** Every sheet in the smallest of windows with text of every size: no words are cut, the buttons are in sight, Escape closes it. */
class SheetsTest {
    private static final List<String> SHEETS = List.of("file.export", "file.project", "edit.history", "file.saveAs", "file.new", "file.relink", "view.notices",
            "help.about", "script.paste.preview", "script.pronunciation", "view.settings");

    @TempDir
    Path home;

    @Test
    void nothingIsCutAndEveryButtonIsInSight() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            var scene = shell.fx.stage.getScene();
            for (int percent : new int[] {100, 200}) {
                Fx.run(() -> {
                    shell.fx.stage.setWidth(1280);
                    shell.fx.stage.setHeight(720);
                    new Appearance(shell.services).text(percent, scene);
                });
                Fx.settle();
                for (var id : SHEETS) look(shell, id, percent);
            }
        }
    }

    private static void look(Shell shell, String id, int percent) throws Exception {
        shell.command(id);
        Fx.rest();
        check(shell, id + " at " + percent);
        var pages = Fx.call(() -> shell.fx.stage.getScene().getRoot().lookup("#settings-pages"));
        // Without the last: looking at this machine takes its time.
        if (pages instanceof ListView<?> list) for (int i = 1; i < Fx.call(() -> list.getItems().size()) - 1; i++) {
            int page = i;
            Fx.run(() -> list.getSelectionModel().select(page));
            Fx.rest();
            check(shell, list.getItems().get(page) + " at " + percent);
        }
        shell.fx.key(KeyCode.ESCAPE);
        assertTrue(Fx.call(() -> !ModalLayer.isOpen(shell.fx.stage.getScene())), id + " closes");
    }

    private static void check(Shell shell, String where) throws Exception {
        var cut = Fx.call(() -> {
            var sheet = (Parent) shell.fx.stage.getScene().getRoot().lookup(".overlay-card");
            var out = new ArrayList<String>();
            labels(sheet).filter(SheetsTest::isCut).forEach(l -> out.add("cut: " + l.getText()));
            labels(sheet).filter(l -> l instanceof Button && !isScrolled(l)).filter(l -> {
                var at = l.localToScene(l.getLayoutBounds());
                return at.getMinX() < 0 || at.getMinY() < 0 || at.getMaxX() > 1280 || at.getMaxY() > 720;
            }).forEach(l -> out.add("out of sight: " + l.getText()));
            return out;
        });
        assertEquals(List.of(), cut, where);
    }

    private static Stream<Labeled> labels(Parent parent) {
        return parent.getChildrenUnmodifiable().stream().filter(Node::isVisible).flatMap(n -> n instanceof Labeled l ? Stream.of(l)
                : n instanceof Parent p ? labels(p) : Stream.empty());
    }

    /** Paths may lose their middle. */
    private static boolean isCut(Labeled label) {
        return label.isTextTruncated() && !label.getText().contains("/");
    }

    private static boolean isScrolled(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (at instanceof ScrollPane || at instanceof ListView) return true;
        return false;
    }
}
