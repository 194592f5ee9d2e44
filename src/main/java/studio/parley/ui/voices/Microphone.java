package studio.parley.ui.voices;

import studio.parley.playback.Recorder;
import studio.parley.ui.desk.Tools;

/** Begins a recording; may take a moment, so not on the JavaFX thread. A Problem says what to do when there is no microphone. */
@FunctionalInterface
interface Microphone {
    Recorder start();

    /** The one the settings name, else the system's. */
    static Microphone of(Tools tools) {
        return () -> Recorder.start(tools.preferences().get("microphone"));
    }
}
