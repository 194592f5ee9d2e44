package studio.parley.cli.options;

import java.util.function.Consumer;
import picocli.CommandLine.Option;
import studio.parley.studio.ClipTranscripts;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.settings.Settings;
import studio.parley.studio.transcription.ClipTranscriber;

/** Whether speech is recognised. */
public final class EarsOption {
    @Option(names = "--no-ears", description = "Do not listen. The help of each command says what this means.")
    boolean off;

    public boolean isOff() {
        return off;
    }

    /** The transcripts of reference clips; without recognition each needs a text file with its words next to it. */
    public ClipTranscripts transcripts(AppDirectories directories, Consumer<String> notices) {
        return off ? ClipTranscripts.WRITTEN : new ClipTranscripts(ClipTranscriber.of(directories), notices);
    }

    /** Whether takes are heard: neither this option nor the user's settings say no. */
    public boolean isOn(AppDirectories directories) {
        return !off && Settings.read(directories.settingsFile()).ears();
    }
}
