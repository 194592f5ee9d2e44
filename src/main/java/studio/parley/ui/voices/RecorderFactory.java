package studio.parley.ui.voices;

import java.util.List;
import java.util.Optional;
import studio.parley.playback.Recorder;
import studio.parley.playback.device.AudioDevices;

/** Opens microphones. Both methods may take a moment, so not on the JavaFX thread. */
@FunctionalInterface
interface RecorderFactory {
    /** The microphones of this machine. */
    RecorderFactory SYSTEM = Recorder::start;

    /** Starts a recording from the input of this name, or the system's default. A Problem says what to do if that is not available. */
    Recorder start(Optional<String> input);

    /** Names of the currently available inputs. */
    default List<String> inputs() {
        return AudioDevices.inputs();
    }
}
