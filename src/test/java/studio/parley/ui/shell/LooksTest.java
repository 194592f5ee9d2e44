package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.ModalLayer;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.settings.Appearance;

/** Pictures to look at. */
class LooksTest {
    @TempDir
    Path home;

    @Test
    void darkAndTwiceAsLarge() throws Exception {
        try (var shell = Shell.lighthouse(home, 5)) {
            var appearance = new Appearance(shell.services);
            var scene = Fx.call(() -> shell.fx.stage.getScene());
            Fx.run(() -> appearance.scheme(Theme.Scheme.DARK, scene));
            shell.fx.png("shell-dark.png");
            shell.command("file.export");
            shell.fx.png("export-dark.png");
            shell.fx.key(KeyCode.ESCAPE);
            assertFalse(Fx.call(() -> ModalLayer.isOpen(scene)));
            shell.command("view.palette");
            shell.fx.png("palette-dark.png");
            shell.fx.key(KeyCode.ESCAPE);
            Fx.run(() -> appearance.scheme(Theme.Scheme.LIGHT, scene));
            Fx.run(() -> appearance.text(200, scene));
            shell.command("file.export");
            shell.fx.png("export-200.png");
            shell.fx.key(KeyCode.ESCAPE);
            shell.command("transport.listen");
            shell.fx.png("listening-200.png");
            shell.fx.key(KeyCode.ESCAPE);
            shell.command("file.project");
            shell.fx.png("project-200.png");
            shell.fx.key(KeyCode.ESCAPE);
            shell.command("file.close");
            shell.fx.png("start-200.png");
            Fx.run(() -> appearance.text(100, scene));
        }
    }
}
