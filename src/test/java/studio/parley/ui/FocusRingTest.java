package studio.parley.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.settings.Appearance;
import studio.parley.ui.shell.Shell;

/** The part of the window that has the keyboard is marked. */
class FocusRingTest {
    @TempDir
    Path home;
    private Shell shell;
    private Scene scene;

    /** F6 goes through all parts; each time a ring that stands out is around what has the keyboard. */
    @Test
    void everyStopHasARing() throws Exception {
        try (var open = Shell.lighthouse(home, 3)) {
            shell = open;
            scene = Fx.call(() -> shell.fx.stage.getScene());
            var stops = new HashSet<Node>();
            for (var scheme : new Theme.Scheme[] {Theme.Scheme.LIGHT, Theme.Scheme.DARK}) {
                Fx.run(() -> new Appearance(shell.services).scheme(scheme, scene()));
                for (int i = 0; i < 5; i++) {
                    shell.fx.key(KeyCode.F6);
                    var owner = Fx.call(() -> scene().getFocusOwner());
                    stops.add(owner);
                    assertTrue(ringed(owner), scheme + ": no ring around " + owner);
                }
            }
            assertTrue(stops.size() >= 4, stops.toString());
            assertTrue(stops.contains(shell.fx.find("#timeline-clip")), stops.toString());
            shell.fx.click("#title");
            assertTrue(!shell.fx.find("#focus-ring").isVisible());
        }
    }

    /** Whether a line of pixels right above the node's upper edge differs from the ground farther up by 3 to 1. */
    private boolean ringed(Node owner) throws Exception {
        return Fx.call(() -> {
            var ring = scene().getRoot().lookup("#focus-ring");
            var around = owner.localToScene(owner.getLayoutBounds());
            var at = ring.localToScene(ring.getLayoutBounds());
            if (!ring.isVisible() || at.getMinX() > around.getMinX() || at.getMaxY() < around.getMaxY()) return false;
            var picture = scene().snapshot(null).getPixelReader();
            int x = (int) Math.round(Math.max(8, around.getMinX() + around.getWidth() / 2));
            int y = (int) Math.round(at.getMinY());
            double best = 1;
            for (int dy = -3; dy <= 3; dy++) if (y + dy >= 8) best = Math.max(best, Contrast.ratio(picture.getArgb(x, y + dy), picture.getArgb(x, y - 6)));
            return best >= 3;
        });
    }

    private Scene scene() {
        return scene;
    }
}
