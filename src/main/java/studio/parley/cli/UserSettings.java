package studio.parley.cli;

import java.io.PrintWriter;
import studio.parley.studio.AppDirectories;
import studio.parley.studio.Settings;

/** The user's settings for commands: problems with their file are reported. */
final class UserSettings {
    private UserSettings() {}

    static Settings read(AppDirectories directories, PrintWriter err) {
        var settings = Settings.read(directories.settingsFile());
        settings.notice().ifPresent(err::println);
        return settings;
    }
}
