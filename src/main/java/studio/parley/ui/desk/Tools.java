package studio.parley.ui.desk;

import studio.parley.playback.AudioDevices;
import studio.parley.playback.Opener;
import studio.parley.studio.Places;
import studio.parley.ui.kit.Commands;
import studio.parley.ui.kit.Look;
import studio.parley.ui.kit.Notices;

/** What every part of the window works with, whichever project is open. {@code sound} opens the device chosen at start. */
public record Tools(Places places, Preferences preferences, Look look, Notices notices, Commands commands, Opener sound,
                    Models models) {
    /** The tools of a window for a user. */
    public static Tools at(Places places) {
        var preferences = new Preferences(places);
        return new Tools(places, preferences, new Look(), new Notices(), new Commands(preferences.keys()),
                AudioDevices.opener(preferences.get("sound.device")), new Models(places, preferences::settings));
    }

    /** The same with another way to make sound. */
    public Tools withSound(Opener other) {
        return new Tools(places, preferences, look, notices, commands, other, models);
    }
}
