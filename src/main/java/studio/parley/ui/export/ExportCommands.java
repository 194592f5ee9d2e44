package studio.parley.ui.export;

import java.util.function.Supplier;
import javafx.scene.Scene;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.ProjectSession;

/** Commands for exporting. */
public record ExportCommands(ProjectSession session, Supplier<Scene> scene) {
    public void register() {
        session.services().commands().add(Command.of("file.export", "Shortcut+Shift+E", () -> new ExportDialog(session, FileDialogs.system()).show(scene.get())));
    }
}
