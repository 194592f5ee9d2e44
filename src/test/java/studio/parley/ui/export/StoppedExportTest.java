package studio.parley.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.studio.export.ExportPreset;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.ModalLayer;
import studio.parley.ui.shell.Shell;

/** An export is never given up without a word, and one that is given up leaves nothing. */
class StoppedExportTest {
    @TempDir
    Path home;

    private Shell begin() throws Exception {
        return begin(ExportPreset.HANDOFF);
    }

    private Shell begin(ExportPreset preset) throws Exception {
        var shell = Shell.lighthouse(home, 7);
        shell.command("file.export");
        ListView<ExportPreset> presets = shell.fx.find("#presets");
        TextField folder = shell.fx.find("#export-folder");
        Fx.run(() -> {
            presets.getSelectionModel().select(preset);
            folder.setText(home.resolve("out/deep").toString());
        });
        return shell;
    }

    private static void press(Shell shell, String css) {
        ((Button) node(shell, css)).fire();
    }

    private static Node node(Shell shell, String css) {
        return shell.fx.stage.getScene().getRoot().lookup(css);
    }

    private static void escape(Shell shell) {
        Event.fireEvent(shell.fx.stage.getScene().getFocusOwner(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
    }

    private static boolean said(Shell shell, String words) {
        return shell.services.notices().all().stream().anyMatch(n -> n.sentence().contains(words));
    }

    /** On what was a button before the question appeared. */
    private static void clickBeside(Shell shell) {
        var veils = shell.fx.stage.getScene().getRoot().lookupAll(".veil");
        for (var veil : veils) {
            Event.fireEvent(veil, new MouseEvent(MouseEvent.MOUSE_PRESSED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false,
                    false, true, null));
        }
    }

    /** In one turn of the JavaFX thread: the export can not end before. */
    private static boolean inOneTurn(Callable<Boolean> work) throws Exception {
        return Fx.call(work);
    }

    @Test
    void escapeAsksAndTheExportGoesOn() throws Exception {
        try (var shell = begin(ExportPreset.MIX)) {
            assertTrue(inOneTurn(() -> {
                press(shell, "#export-write");
                escape(shell);
                clickBeside(shell);
                boolean asked = node(shell, "#go-on") != null;
                escape(shell);
                return asked && node(shell, "#go-on") == null && node(shell, "#export-result") != null;
            }));
            Fx.until(() -> node(shell, "#export-open").isVisible(), 60_000);
            assertEquals("Done", Fx.call(() -> ((Labeled) node(shell, "#export-write")).getText()));
            assertEquals("Show in folder", Fx.call(() -> ((Labeled) node(shell, "#export-open")).getText()));
            assertTrue(Files.isRegularFile(home.resolve("out/deep/The-Lighthouse.wav")));
            shell.fx.png("export-done.png");
            shell.fx.click("#export-write");
            assertFalse(Fx.call(() -> ModalLayer.isOpen(shell.fx.stage.getScene())));
        }
    }

    @Test
    void stoppingLeavesNothingAndSaysSo() throws Exception {
        try (var shell = begin()) {
            assertTrue(inOneTurn(() -> {
                press(shell, "#export-write");
                press(shell, "#sheet-close");
                boolean asked = node(shell, "#stop") != null && node(shell, "#export-result") != null;
                press(shell, "#stop");
                return asked && !ModalLayer.isOpen(shell.fx.stage.getScene());
            }));
            Fx.until(() -> said(shell, "The export was stopped"), 60_000);
            assertFalse(Files.exists(home.resolve("out")));
        }
    }

    @Test
    void leavingTheWindowAsks() throws Exception {
        try (var shell = begin()) {
            Files.createDirectories(home.resolve("out/deep"));
            Files.writeString(home.resolve("out/deep/The-Lighthouse.wav"), "mine");
            assertTrue(inOneTurn(() -> {
                press(shell, "#export-write");
                shell.services.commands().run("file.quit");
                boolean asked = node(shell, "#stop") != null && shell.window.session().isPresent();
                press(shell, "#stop");
                return asked;
            }));
            Fx.until(() -> shell.window.session().isEmpty(), 30_000);
            Fx.until(() -> said(shell, "The export was stopped"), 60_000);
            assertEquals("mine", Files.readString(home.resolve("out/deep/The-Lighthouse.wav")));
            try (var all = Files.list(home.resolve("out/deep"))) {
                assertEquals(List.of("The-Lighthouse.wav"), all.map(f -> f.getFileName().toString()).toList());
            }
        }
    }

    @Test
    void theQuestionGoesWhenTheExportHasEnded() throws Exception {
        try (var shell = begin(ExportPreset.MIX)) {
            assertTrue(inOneTurn(() -> {
                press(shell, "#export-write");
                escape(shell);
                return node(shell, "#stop") != null;
            }));
            Fx.until(() -> node(shell, "#export-open").isVisible(), 60_000);
            assertTrue(Fx.call(() -> node(shell, "#stop") == null));
        }
    }

    @Test
    void aChangedWishCanBeExportedAgain() throws Exception {
        try (var shell = begin(ExportPreset.MIX)) {
            ListView<ExportPreset> presets = shell.fx.find("#presets");
            Fx.run(presets::requestFocus);
            shell.fx.key(KeyCode.ENTER);
            Fx.until(() -> node(shell, "#export-open").isVisible(), 60_000);
            TextField folder = shell.fx.find("#export-folder");
            Fx.run(() -> folder.setText(home.resolve("other").toString()));
            assertEquals("Export", Fx.call(() -> ((Labeled) node(shell, "#export-write")).getText()));
            assertTrue(Fx.call(() -> node(shell, "#cancel").isVisible()));
        }
    }
}
