package studio.parley.ui.settings;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.Command;

/** Opening the settings, those of the program and those of the project, the history and the keys. */
public record SettingsCommands(Tools tools, Supplier<Optional<Desk>> desk, Supplier<Scene> scene) {
    public void register() {
        tools.commands().add(
                Command.of("view.settings", "Shortcut+Comma", () -> page(0)),
                Command.of("view.model", "Shortcut+Alt+M", () -> page(SettingsSheet.MODEL)),
                Command.of("help.keys", "F1", () -> page(SettingsSheet.KEYS)),
                Command.of("help.doctor", "Shortcut+F1", () -> page(SettingsSheet.MACHINE)));
        if (desk.get().isEmpty()) return;
        tools.commands().add(
                Command.of("file.project", "Shortcut+Alt+Comma", () -> with(d -> new ProjectSheet(d).show(scene.get()))),
                Command.of("edit.history", "Shortcut+Alt+Z", () -> with(d -> new HistorySheet(d).show(scene.get()))));
    }

    private void page(int number) {
        new SettingsSheet(tools, desk.get(), scene.get()).show(number);
    }

    private void with(Consumer<Desk> action) {
        desk.get().ifPresent(action);
    }
}
