package studio.parley.cli;

import java.io.PrintWriter;
import studio.parley.studio.Places;
import studio.parley.studio.Settings;

/** The user's settings as commands read them: what was wrong with their file is told. */
final class UserSettings {
    private UserSettings() {}

    static Settings read(Places places, PrintWriter err) {
        var settings = Settings.read(places.settingsFile());
        settings.notice().ifPresent(err::println);
        return settings;
    }
}
