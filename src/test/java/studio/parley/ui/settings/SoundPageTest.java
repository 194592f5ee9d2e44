package studio.parley.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.Fx;
import studio.parley.ui.shell.Shell;

/** An output is found among many by typing a part of its name. */
class SoundPageTest {
    @TempDir
    Path home;

    @Test
    void anOutputIsFoundByTyping() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            shell.fx.key(KeyCode.CONTROL, KeyCode.COMMA);
            ListView<?> pages = shell.fx.find("#settings-pages");
            int count = Fx.call(() -> pages.getItems().size());
            for (int i = 0; i < count && Fx.call(() -> shell.fx.stage.getScene().lookup("#devices")) == null; i++) {
                int page = i;
                Fx.run(() -> pages.getSelectionModel().select(page));
                Fx.settle();
            }
            ComboBox<String> devices = shell.fx.find("#devices");
            Fx.run(() -> devices.getItems().addAll(List.of("Headphones (hw:1,0)", "HDMI 0 (hw:0,3)", "Scarlett 2i2 USB")));
            Fx.run(devices::requestFocus);
            Fx.run(devices::show);
            Fx.settle();
            assertTrue(Fx.call(() -> shell.fx.stage.getScene().getFocusOwner()) instanceof TextField);
            shell.fx.type("scar");
            Fx.settle();
            shell.fx.png("settings-sound.png");
            shell.fx.key(KeyCode.DOWN);
            shell.fx.key(KeyCode.ENTER);
            assertEquals("Scarlett 2i2 USB", Fx.call(devices::getValue));
            assertEquals(Optional.of("Scarlett 2i2 USB"), Fx.call(() -> shell.services.preferences().get(SoundPage.DEVICE)));
        }
    }
}
