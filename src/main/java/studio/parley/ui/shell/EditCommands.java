package studio.parley.ui.shell;

import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Command;

/** Undo, redo, save. */
record EditCommands(Desk desk) {
    void register() {
        desk.tools().commands().add(
                Command.of("edit.undo", "Shortcut+Z", desk::undo),
                Command.of("edit.redo", "Shortcut+Shift+Z", desk::redo),
                Command.of("edit.redo2", "Shortcut+Y", desk::redo),
                Command.of("file.save", "Shortcut+S", desk::save));
    }
}
