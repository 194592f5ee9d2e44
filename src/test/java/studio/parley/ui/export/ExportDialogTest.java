package studio.parley.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.dialogue.Delivery;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.export.ExportPreset;
import studio.parley.ui.Fx;
import studio.parley.ui.shell.Shell;

class ExportDialogTest {
    @TempDir
    Path home;

    @Test
    void missingLinesAreListedAndTheRestIsWritten() throws Exception {
        try (var shell = Shell.lighthouse(home, 5)) {
            shell.fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookupAll("#unready .label").stream().anyMatch(n -> n instanceof Labeled l && l.getText().contains("6, 7")), 5_000);
            Labeled write = shell.fx.find("#export-write");
            assertEquals("Export anyway", write.getText());
            Fx.run(() -> this.<ListView<ExportPreset>>list(shell, "#presets").getSelectionModel().select(ExportPreset.HANDOFF));
            Labeled preview = shell.fx.find("#export-preview");
            assertTrue(preview.getText().contains("001_Ann_Did-you-see-that.wav"), preview.getText());
            TextField folder = shell.fx.find("#export-folder");
            Fx.run(() -> folder.setText(home.resolve("out").toString()));
            shell.fx.png("export.png");
            shell.fx.click("#export-write");
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookup("#export-open").isVisible(), 60_000);
            shell.fx.png("export-done.png");
            assertTrue(Files.isRegularFile(home.resolve("out/The-Lighthouse.vtt")));
            // Hearing is switched off.
            assertFalse(Files.exists(home.resolve("out/The-Lighthouse_words.vtt")));
            Labeled result = shell.fx.find("#export-result");
            assertTrue(result.getText().contains("No times of words were written"), result.getText());
            assertTrue(AudioFiles.read(home.resolve("out/The-Lighthouse.wav")).seconds() > 1);
        }
    }

    @Test
    void theProjectsOwnFolderIsRefused() throws Exception {
        try (var shell = Shell.lighthouse(home, 5)) {
            shell.command("file.export");
            var inside = shell.session().project().folder().root().resolve("out");
            TextField folder = shell.fx.find("#export-folder");
            Fx.run(() -> folder.setText(inside.toString()));
            shell.fx.click("#export-write");
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookup("#export-result") instanceof Labeled l && l.getText().contains("is inside the project"), 10_000);
            assertFalse(Files.exists(inside));
        }
    }

    private <T> T list(Shell shell, String css) {
        @SuppressWarnings("unchecked")
        var found = (T) shell.fx.stage.getScene().getRoot().lookup(css);
        return found;
    }

    @Test
    void anOwnPresetIsKeptAndRemoved() throws Exception {
        try (var shell = Shell.lighthouse(home, 5)) {
            shell.command("file.export");
            // The sheet grows, and its buttons move, when it is known what is missing.
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookup("#unready .label") != null, 5_000);
            Fx.settle();
            TextField template = shell.fx.find("#export-template");
            TextField name = shell.fx.find("#preset-name");
            Fx.run(() -> {
                template.setText("####-take");
                name.setText("Mine");
            });
            Fx.run(() -> name.setText("mix"));
            shell.fx.click("#preset-keep");
            Labeled trouble = shell.fx.find("#preset-trouble");
            assertTrue(Fx.call(() -> trouble.isVisible() && !trouble.getText().isBlank()), "why it was not kept is said where it can be read");
            Fx.run(() -> name.setText("Mine"));
            assertFalse(Fx.call(trouble::isVisible));
            shell.fx.click("#preset-keep");
            ListView<ExportPreset> presets = shell.fx.find("#presets");
            assertEquals("Mine", Fx.call(() -> presets.getSelectionModel().getSelectedItem().name()));
            Fx.run(() -> presets.getSelectionModel().selectFirst());
            assertFalse(Fx.call(template::getText).equals("####-take"));
            Fx.run(() -> presets.getSelectionModel().selectLast());
            assertEquals("####-take", Fx.call(template::getText));
            shell.fx.click("#preset-remove");
            assertEquals(ExportPreset.ALL, Fx.call(() -> java.util.List.copyOf(presets.getItems())));
        }
    }

    @Test
    void renderTheseFirstQueuesThem() throws Exception {
        try (var shell = Shell.lighthouse(home, 6)) {
            Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
            // The untrained model never ends by itself.
            Fx.run(() -> shell.session().edit(ProjectEdits.delivery(new Delivery(null, null, 480, null))));
            shell.command("file.export");
            Fx.until(() -> shell.fx.stage.getScene().getRoot().lookup("#unready .label") != null, 5_000);
            shell.fx.click("#export-render");
            Fx.until(() -> shell.session().document().lines().getLast().sounding().isPresent(), 60_000);
        }
    }
}
