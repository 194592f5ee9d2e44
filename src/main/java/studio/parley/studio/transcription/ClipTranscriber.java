package studio.parley.studio.transcription;

import java.nio.file.Path;
import java.util.Optional;
import studio.parley.audio.pcm.Pcm;
import studio.parley.recognition.Transcript;
import studio.parley.recognition.TranscriptionOptions;
import studio.parley.studio.settings.AppDirectories;

/** The words of reference clips that nobody has written down. Any thread; one clip at a time. */
public final class ClipTranscriber {
    private static final double LIKELY = 0.4;
    private static final double WORDS_PER_SECOND = 0.5;
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

    /** What is said, on one line; empty if it is not understood. The recogniser is opened for each clip and takes no memory in between. */
    public synchronized String words(Pcm clip) {
        try (var open = TranscribeAudio.open(recogniser, 0, directories)) {
            var heard = open.audio(clip, TranscriptionOptions.USUAL, share -> { });
            return isUnderstood(heard) ? heard.text().strip() : "";
        }
    }

    /** People say two words a second and more; fewer, or words that are hardly likely, are noise or speech that was not understood. */
    private static boolean isUnderstood(Transcript heard) {
        var words = heard.words();
        return words.stream().mapToDouble(Transcript.Word::probability).average().orElse(0) >= LIKELY && words.size() >= heard.seconds() * WORDS_PER_SECOND;
    }
}
