package studio.parley.ui.shell;

import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.shell.menu.MainMenu;

/** Commands for panes and parts of the window. */
record ViewCommands(ProjectSession session, MainView view) {
    void register() {
        session.services().commands().add(
                Command.of("view.side", "Shortcut+Shift+1", view.panes()::toggleSide),
                Command.of("view.timeline", "Shortcut+Shift+2", view.panes()::toggleTimeline),
                Command.of("view.queue", "Shortcut+Shift+3", view.queue()::toggle),
                Command.of("view.queueList", "Shortcut+Shift+Q", view.queue()::toggleList),
                Command.of("view.nextSection", "F6", () -> view.sections().move(1)),
                Command.of("view.previousSection", "Shift+F6", () -> view.sections().move(-1)),
                Command.of("view.menu", "F10", this::menu));
    }

    private void menu() {
        if (view.lookup("#menu") instanceof MainMenu menu) menu.open();
    }
}
