package studio.parley.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.download.Network;
import studio.parley.ui.Fx;
import studio.parley.ui.session.ModelInstall;
import studio.parley.ui.shell.Shell;

/** Setting up the graphics card in the window, on a machine without one. */
class CardPageTest {
    @TempDir
    Path home;

    @Test
    void thePageSaysWhatIsThereAndTriesWithConsentOnly() throws Exception {
        if (Files.exists(Path.of("/proc/driver/nvidia/version"))) return;
        try (var shell = Shell.lighthouse(new Shell(home, services -> services.withNetwork(new Network(Map.of("PARLEY_MAVEN", "http://127.0.0.1:9")).options)), home, 0)) {
            shell.command("view.model");
            ListView<?> pages = shell.fx.find("#settings-pages");
            Fx.run(() -> pages.getSelectionModel().select(SettingsDialog.CARD));
            Labeled state = shell.fx.find("#card-state");
            Fx.until(() -> state.getText().endsWith("."), 30_000);
            assertTrue(state.getText().startsWith("No NVIDIA graphics card was found"), state::getText);
            CheckBox cuda = shell.fx.find("#card-cuda");
            assertFalse(cuda.isSelected(), "NVIDIA's licences are accepted by the user only");
            assertTrue(shell.fx.<Labeled>find("#card-terms").getText().contains("docs.nvidia.com/cuda/eula"));
            shell.fx.png("card-page.png");
            Fx.run(((Button) shell.fx.find("#card-setup"))::fire);
            Fx.until(() -> shell.services.installs().state().get() instanceof ModelInstall.Failed, 30_000);
            Fx.settle();
            assertEquals("No NVIDIA graphics card was found, so the processor computes.", shell.fx.<Labeled>find("#install-state").getText());
            shell.fx.png("card-failed.png");
            shell.fx.key(KeyCode.ESCAPE);
            shell.command("view.model");
            ListView<?> again = shell.fx.find("#settings-pages");
            Fx.run(() -> again.getSelectionModel().select(SettingsDialog.CARD));
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookup("#install-cancel") != null, 10_000);
            Fx.run(((Button) shell.fx.find("#install-cancel"))::fire);
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookup("#card-setup") != null, 10_000);
            Fx.run(((Button) shell.fx.find("#card-remove"))::fire);
            Fx.settle();
        }
    }
}
