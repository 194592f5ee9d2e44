package studio.parley.ui.shell;

import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.Command;
import studio.parley.ui.kit.Question;
import studio.parley.ui.kit.Texts;
import studio.parley.ui.settings.Appearance;
import studio.parley.ui.settings.SettingsCommands;

/** What works with and without a project. */
record AppCommands(Window window, Tools tools) {
    void register() {
        var look = new Appearance(tools);
        tools.commands().add(
                Command.of("view.palette", "Shortcut+K", this::palette),
                Command.of("view.palette2", "Shortcut+Shift+P", this::palette),
                Command.of("view.notices", "Alt+N", () -> new NoticeHistory(tools.notices()).show(window.scene())),
                Command.of("view.fullScreen", "F11", () -> window.stage().setFullScreen(!window.stage().isFullScreen())),
                Command.of("view.larger", "Shortcut+Alt+Equals", () -> look.text(look.percent() + 10, window.scene())),
                Command.of("view.smaller", "Shortcut+Alt+Minus", () -> look.text(look.percent() - 10, window.scene())),
                Command.of("view.usual", "Shortcut+Alt+0", () -> look.text(100, window.scene())),
                Command.of("view.dark", "Shortcut+Alt+D", () -> look.toggleDark(window.scene())),
                Command.of("help.about", "Shift+F1", this::about));
        new SettingsCommands(tools, window::desk, window::scene).register();
    }

    private void palette() {
        new Palette(new PaletteEntries(tools.commands(), window.desk(), window.recents().all(), window::open)).show(window.scene());
    }

    private void about() {
        Question.tell(window.scene(), Texts.of("shell.about"), Texts.of("shell.about.words"));
    }
}
