package studio.parley.cli.options;

import java.util.function.Consumer;
import picocli.CommandLine.Option;
import studio.parley.studio.ClipTranscripts;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.transcription.ClipTranscriber;

/** Whether reference clips without a transcript are heard. */
public final class EarsOption {
    @Option(names = "--no-ears", description = "Do not recognise speech: a reference clip needs a text file with its words next to it.")
    boolean off;

    public ClipTranscripts transcripts(AppDirectories directories, Consumer<String> notices) {
        return off ? ClipTranscripts.WRITTEN : new ClipTranscripts(ClipTranscriber.of(directories), notices);
    }
}
