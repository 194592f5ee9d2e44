package studio.parley.ui.shell.menu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.Fx;
import studio.parley.ui.shell.Shell;

class PaletteTest {
    @TempDir
    Path home;

    @Test
    void aFewLettersAndEnterDoACommand() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            shell.fx.key(KeyCode.CONTROL, KeyCode.K);
            assertNotNull(shell.fx.find("#palette-query"));
            shell.fx.png("palette.png");
            shell.fx.type("toggle loop");
            ListView<PaletteEntry> list = shell.fx.find("#palette-list");
            assertEquals("Toggle loop", Fx.call(() -> list.getItems().getFirst().words()));
            shell.fx.key(KeyCode.ENTER);
            assertTrue(Fx.call(() -> shell.session().player().loopProperty().get().isPresent()));
            assertNull(Fx.call(() -> shell.fx.stage.getScene().getRoot().lookup("#palette-query")));
        }
    }

    @Test
    void linesAreFoundByNumberAndByWords() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            shell.command("view.palette");
            shell.fx.type("line 5");
            shell.fx.key(KeyCode.ENTER);
            assertEquals(4, focused(shell));
            shell.command("view.palette");
            shell.fx.type("rocks");
            shell.fx.png("palette-lines.png");
            shell.fx.key(KeyCode.ENTER);
            assertEquals(2, focused(shell));
            shell.command("view.palette");
            shell.fx.type("zzzzqqq");
            shell.fx.key(KeyCode.ENTER);
            shell.fx.key(KeyCode.ESCAPE);
            assertNull(Fx.call(() -> shell.fx.stage.getScene().getRoot().lookup("#palette-query")));
            assertEquals(Optional.empty(), Optional.ofNullable(Fx.call(() -> shell.fx.stage.getScene().getRoot().lookup(".overlay"))));
        }
    }

    private static int focused(Shell shell) throws Exception {
        return Fx.call(() -> shell.session().document().indexOf(shell.session().focusedLine().orElseThrow().id()));
    }
}
