package studio.parley.ui.settings;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.session.ProjectSession;

/** Commands that open the settings of the program and of the project, the history and the shortcuts. */
public record SettingsCommands(AppServices services, Supplier<Optional<ProjectSession>> session, Supplier<Scene> scene) {
    public void register() {
        services.commands().add(
                Command.of("view.settings", "Shortcut+Comma", () -> page(0)),
                Command.of("view.model", "Shortcut+Alt+M", () -> page(SettingsDialog.MODEL)),
                Command.of("view.sound", "Shortcut+Alt+O", () -> page(SettingsDialog.SOUND)),
                Command.of("help.keys", "F1", () -> page(SettingsDialog.KEYS)),
                Command.of("help.doctor", "Shortcut+F1", () -> page(SettingsDialog.MACHINE)));
        if (session.get().isEmpty()) return;
        services.commands().add(
                Command.of("file.project", "Shortcut+Alt+Comma", () -> with(d -> new ProjectDialog(d).show(scene.get()))),
                Command.of("edit.history", "Shortcut+Alt+Z", () -> with(d -> new HistoryDialog(d).show(scene.get()))));
    }

    private void page(int number) {
        new SettingsDialog(services, session.get(), scene.get()).show(number);
    }

    private void with(Consumer<ProjectSession> action) {
        session.get().ifPresent(action);
    }
}
