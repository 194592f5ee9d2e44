package studio.parley.ui.shell;

import studio.parley.io.LogFile;
import studio.parley.io.ProgramVersion;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.FolderOpener;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.kit.dialog.ConfirmDialog;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.settings.Appearance;
import studio.parley.ui.settings.SettingsCommands;
import studio.parley.ui.shell.menu.Palette;
import studio.parley.ui.shell.menu.PaletteEntries;

/** Commands that work with and without a project. */
record AppCommands(MainWindow window, AppServices services, FileDialogs choosers) {
    void register() {
        var appearance = new Appearance(services);
        services.commands().add(
                Command.of("view.palette", "Shortcut+K", this::palette),
                Command.of("view.palette2", "Shortcut+Shift+P", this::palette),
                Command.of("view.notices", "Alt+N", () -> new NoticeHistory(services.notices()).show(window.scene())),
                Command.of("view.fullScreen", "F11", () -> window.stage().setFullScreen(!window.stage().isFullScreen())),
                Command.of("view.larger", "Shortcut+Alt+Equals", () -> appearance.text(appearance.percent() + 10, window.scene())),
                Command.of("view.smaller", "Shortcut+Alt+Minus", () -> appearance.text(appearance.percent() - 10, window.scene())),
                Command.of("view.usual", "Shortcut+Alt+0", () -> appearance.text(100, window.scene())),
                Command.of("view.dark", "Shortcut+Alt+D", () -> appearance.toggleDark(window.scene())),
                Command.of("help.log", "Shortcut+Shift+F1", () -> FolderOpener.open(LogFile.folder(), services.notices()::info)),
                Command.of("help.report", "Alt+Shift+F1", () -> new ReportDialog(services, choosers).show(window.scene())),
                Command.of("help.about", "Shift+F1", this::about));
        new SettingsCommands(services, window::session, window::scene).register();
    }

    private void palette() {
        new Palette(new PaletteEntries(services.commands(), window.session(), window.recents().all(), window::open)).show(window.scene());
    }

    private void about() {
        ConfirmDialog.tell(window.scene(), Messages.of("shell.about"), Messages.of("shell.about.words", ProgramVersion.text()));
    }
}
