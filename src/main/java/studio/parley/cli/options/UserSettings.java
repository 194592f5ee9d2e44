package studio.parley.cli.options;

import java.io.PrintWriter;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;

/** The user's settings for commands: problems with their file are reported. */
public final class UserSettings {
    private UserSettings() {}

    public static Settings read(AppDirectories directories, PrintWriter err) {
        var settings = Settings.read(directories.settingsFile());
        settings.notice().ifPresent(err::println);
        return settings;
    }
}
