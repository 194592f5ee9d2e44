package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.Fx;
import studio.parley.ui.settings.Appearance;

/** Whoever drops a clip sees the question whether its speaker agreed, and how to answer it. */
class ConsentTest {
    @TempDir
    Path home;

    @Test
    void theDecisionIsInSight() throws Exception {
        for (int percent : new int[] {100, 200}) {
            try (var shell = Shell.lighthouse(home.resolve("at" + percent), 2)) {
                var scene = shell.fx.stage.getScene();
                Fx.run(() -> {
                    shell.fx.stage.setWidth(1280);
                    shell.fx.stage.setHeight(720);
                    new Appearance(shell.services).text(percent, scene);
                });
                Fx.settle();
                var content = new ClipboardContent();
                content.putFiles(java.util.List.of(Path.of("assets/samples/refs/ann.wav").toAbsolutePath().toFile()));
                shell.fx.drop(shell.fx.find("#voice-2"), content);
                Fx.until(() -> scene.getRoot().lookup("#voice-2 .consent-keep") != null && scene.getRoot().lookup("#voice-2 .consent-box").isVisible(), 10_000);
                Fx.rest();
                var keep = bounds(scene.getRoot().lookup("#voice-2 .consent-keep"));
                var seen = bounds(pane(scene.getRoot().lookup("#voice-2")).lookup(".viewport"));
                shell.fx.png("consent-" + percent + ".png");
                assertTrue(keep.getMaxY() <= seen.getMaxY() + 1 && keep.getMinY() >= seen.getMinY(), percent + " %: " + keep + " in " + seen);
            }
        }
    }

    private static Bounds bounds(Node node) throws Exception {
        return Fx.call(() -> node.localToScene(node.getLayoutBounds()));
    }

    private static Node pane(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (at instanceof ScrollPane) return at;
        throw new AssertionError("not in a pane that scrolls");
    }
}
