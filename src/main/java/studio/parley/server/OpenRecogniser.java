package studio.parley.server;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.pcm.Pcm;
import studio.parley.recognition.Transcript;
import studio.parley.recognition.TranscriptionOptions;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.transcription.TranscribeAudio;

/** The recogniser, opened for the first recording. On the worker's thread. */
final class OpenRecogniser implements AutoCloseable {
    private final Optional<Path> folder;
    private final int threads;
    private final AppDirectories directories;
    private @Nullable TranscribeAudio open;

    /** Empty: nothing is recognised. */
    OpenRecogniser(Optional<Path> folder, int threads, AppDirectories directories) {
        this.folder = folder;
        this.threads = threads;
        this.directories = directories;
    }

    /** Any thread. */
    void require() {
        if (folder.isEmpty()) throw ApiError.request(400, "no_recogniser", "This server does not recognise speech. Start it without --no-ears.");
    }

    Transcript hear(Pcm sound, TranscriptionOptions options) {
        require();
        var now = open;
        if (now == null) open = now = TranscribeAudio.open(folder.orElseThrow(), threads, directories);
        return now.audio(sound, options, share -> { });
    }

    @Override
    public void close() {
        if (open != null) open.close();
        open = null;
    }
}
