package studio.parley.ui.voices;

import java.util.List;
import java.util.Optional;
import studio.parley.playback.AudioDevices;
import studio.parley.playback.Recorder;

/** Where recordings come from. Both may take a moment, so not on the JavaFX thread. */
@FunctionalInterface
interface RecorderFactory {
    /** What this machine has. */
    RecorderFactory SYSTEM = Recorder::start;

    /** Begins a recording by the input of this name, or the system's choice. A Problem says what to do when that cannot be used. */
    Recorder start(Optional<String> input);

    /** Names of the inputs there are now. */
    default List<String> inputs() {
        return AudioDevices.inputs();
    }
}
