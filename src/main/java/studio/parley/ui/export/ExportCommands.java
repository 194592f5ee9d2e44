package studio.parley.ui.export;

import java.util.function.Supplier;
import javafx.scene.Scene;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Choosers;
import studio.parley.ui.kit.Command;

/** Asking for files. */
public record ExportCommands(Desk desk, Supplier<Scene> scene) {
    public void register() {
        desk.tools().commands().add(Command.of("file.export", "Shortcut+Shift+E", () -> new ExportSheet(desk, Choosers.system()).show(scene.get())));
    }
}
