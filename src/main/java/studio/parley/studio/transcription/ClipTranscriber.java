package studio.parley.studio.transcription;

import java.nio.file.Path;
import java.util.Optional;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.recognition.TranscriptionOptions;
import studio.parley.studio.settings.AppDirectories;

/** The words of reference clips that nobody has written down. Any thread; one clip at a time. */
public final class ClipTranscriber {
    private final AppDirectories directories;
    private final Path recogniser;

    private ClipTranscriber(AppDirectories directories, Path recogniser) {
        this.directories = directories;
        this.recogniser = recogniser;
    }

    /** With the recogniser that comes with Parley, if it is there. */
    public static Optional<ClipTranscriber> of(AppDirectories directories) {
        return new RecogniserStore(directories).bundled().map(folder -> new ClipTranscriber(directories, folder));
    }

    /** What is said in a file. */
    public String words(Path file) {
        return words(AudioFiles.read(file));
    }

    /** What is said, on one line; empty if nothing is understood. The recogniser is opened for each clip and takes no memory in between. */
    public synchronized String words(Pcm clip) {
        try (var open = TranscribeAudio.open(recogniser, 0, directories)) {
            return open.audio(clip, TranscriptionOptions.USUAL, share -> { }).text().strip();
        }
    }
}
