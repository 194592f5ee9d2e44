package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.Fx;
import studio.parley.ui.voices.SideScene;

/** Files dropped on the window, wherever it is. */
class WindowDropTest {
    @TempDir
    Path home;

    private static List<String> said(Shell shell) throws Exception {
        return Fx.call(() -> shell.services.notices().all().stream().map(n -> n.sentence()).toList());
    }

    private Path script(String name) throws Exception {
        return Files.writeString(home.resolve(name), "Ann: Hello there.\nBen: Well, hello.\n");
    }

    @Test
    void aScriptOnTheStartPageBeginsAProject() throws Exception {
        try (var shell = new Shell(home)) {
            Fx.run(shell.window::empty);
            var file = script("Über 100 % Ton.txt");
            shell.fx.drop(shell.fx.find("#start"), SideScene.files(file));
            TextField name = shell.fx.find("#project-name");
            assertEquals("Über 100 % Ton", name.getText());
            shell.fx.key(KeyCode.ENTER);
            Fx.until(() -> shell.window.session().isPresent() && shell.fx.stage.getScene().lookup("#import-form") != null, 10_000);
        }
    }

    @Test
    void aProjectIsOpenedAndASoundWaitsForOne() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            var folder = shell.session().project().folder().root();
            shell.command("file.close");
            shell.fx.drop(shell.fx.find("#start"), SideScene.files(SideScene.REFS.resolve("ann.wav")));
            assertTrue(said(shell).stream().anyMatch(s -> s.startsWith("Open or create a project")), said(shell).toString());
            shell.fx.drop(shell.fx.find("#start"), SideScene.files(folder));
            Fx.until(() -> shell.window.session().isPresent(), 10_000);
        }
    }

    @Test
    void whatIsOfNoUseIsSaidAndTheRestComes() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            var picture = Files.write(home.resolve("photo.png"), new byte[] {1, 2, 3});
            shell.fx.drop(shell.fx.find("#timeline"), SideScene.files(picture));
            assertTrue(said(shell).stream().anyMatch(s -> s.startsWith("“photo.png” is not an audio file, script or project")), said(shell).toString());
            shell.fx.drop(shell.fx.find("#voice-0"), SideScene.files(picture, SideScene.REFS.resolve("ann.wav")));
            Fx.until(() -> shell.session().document().conversation().speaker(0).references().size() == 1, 10_000);
            shell.fx.drop(shell.fx.find("#timeline"), SideScene.files(script("more.txt")));
            Fx.until(() -> shell.fx.stage.getScene().lookup("#import-form") != null, 10_000);
            shell.fx.key(KeyCode.ESCAPE);
            // A folder of recordings asks whose voice they are.
            Files.createDirectories(home.resolve("takes"));
            for (var name : List.of("ann.wav", "ben.wav")) Files.copy(SideScene.REFS.resolve(name), home.resolve("takes").resolve(name));
            shell.fx.drop(shell.fx.find("#timeline"), SideScene.files(home.resolve("takes")));
            var menu = Fx.call(() -> Window.getWindows().stream().filter(w -> w instanceof ContextMenu).map(w -> (ContextMenu) w).findFirst().orElseThrow());
            assertEquals("2 new speakers", Fx.call(() -> menu.getItems().getLast().getText()));
            Fx.run(menu::hide);
        }
    }

    @Test
    void severalScriptsOnTheScriptShowTheFirst() throws Exception {
        try (var shell = Shell.lighthouse(home, 1)) {
            Node view = shell.fx.find("#script");
            shell.fx.drop(view, SideScene.files(script("one.txt"), script("two.txt")));
            assertNotNull(Fx.call(() -> shell.fx.stage.getScene().lookup("#import-form")));
            assertTrue(said(shell).stream().anyMatch(s -> s.startsWith("Only one.txt is imported.")), said(shell).toString());
        }
    }
}
