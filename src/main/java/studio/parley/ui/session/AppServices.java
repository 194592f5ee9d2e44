package studio.parley.ui.session;

import java.util.concurrent.Executor;
import studio.parley.download.NetworkOptions;
import studio.parley.playback.device.AudioDevices;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.kit.command.Commands;

/** The services of every part of the window, for any open project. {@code sound} opens the device chosen at start. */
public record AppServices(AppDirectories directories, Preferences preferences, Theme theme, Notices notices, Commands commands, AudioOutFactory sound,
                    ModelLoader models, ModelInstall installs) {
    /** The services for a user; the fonts are loaded. */
    public static AppServices at(AppDirectories directories) {
        return at(directories, Runnable::run);
    }

    /** The services for a user; {@code fonts} loads the fonts before the first text is shown. */
    public static AppServices at(AppDirectories directories, Executor fonts) {
        var preferences = new Preferences(directories);
        var notices = new Notices();
        return new AppServices(directories, preferences, new Theme(fonts), notices, new Commands(preferences.keys()),
                AudioDevices.factory(preferences.get("sound.device")), new ModelLoader(directories, preferences::settings, sentence -> FxThread.run(() -> notices.warn(sentence))),
                new ModelInstall(directories, preferences, notices, NetworkOptions.usual()));
    }

    /** The same with another audio output. */
    public AppServices withSound(AudioOutFactory other) {
        return new AppServices(directories, preferences, theme, notices, commands, other, models, installs);
    }

    /** The same with other connections. */
    public AppServices withNetwork(NetworkOptions other) {
        return new AppServices(directories, preferences, theme, notices, commands, sound, models, new ModelInstall(directories, preferences, notices, other));
    }
}
