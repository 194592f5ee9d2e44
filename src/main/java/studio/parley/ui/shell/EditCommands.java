package studio.parley.ui.shell;

import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.ProjectSession;

/** Undo, redo, save. */
record EditCommands(ProjectSession session) {
    void register() {
        session.services().commands().add(
                Command.of("edit.undo", "Shortcut+Z", session::undo),
                Command.of("edit.redo", "Shortcut+Shift+Z", session::redo),
                Command.of("edit.redo2", "Shortcut+Y", session::redo),
                Command.of("file.save", "Shortcut+S", session::save));
    }
}
