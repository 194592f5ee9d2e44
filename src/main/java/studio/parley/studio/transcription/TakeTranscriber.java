package studio.parley.studio.transcription;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.io.Disk;
import studio.parley.io.Sha256;
import studio.parley.problem.Cancellation;
import studio.parley.recognition.RecogniserContract;
import studio.parley.recognition.TranscriptionOptions;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.WordSource;
import studio.parley.studio.settings.AppDirectories;

/** Hears takes with the recogniser that comes with Parley, which is opened for the first one. One thread; {@link Cancellation} ends it at once. */
public final class TakeTranscriber implements AutoCloseable {
    private final Path recogniser;
    private final int threads;
    private final AppDirectories directories;
    private final String fingerprint;
    private @Nullable TranscribeAudio open;

    private TakeTranscriber(Path recogniser, int threads, AppDirectories directories) {
        this.recogniser = recogniser;
        this.threads = threads;
        this.directories = directories;
        this.fingerprint = Sha256.hex(Disk.text(recogniser.resolve(RecogniserContract.MODEL_JSON)).orElse("").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Empty if this installation has no recogniser.
     *
     * @param threads 0 for all cores
     */
    public static Optional<TakeTranscriber> of(AppDirectories directories, int threads) {
        return new RecogniserStore(directories).bundled().map(folder -> new TakeTranscriber(folder, threads, directories));
    }

    /** What this recogniser hears in a clip, stored with it; empty if the clip is missing. */
    public Optional<TakeTranscript> words(ClipStore clipStore, ClipId clip) {
        var transcripts = new TakeTranscripts(clipStore);
        return transcripts.find(clip).filter(t -> t.recogniser().equals(fingerprint)).or(() -> clipStore.find(clip).map(sound -> {
            var heard = hear(sound);
            transcripts.put(clip, heard);
            return heard;
        }));
    }

    private TakeTranscript hear(Pcm sound) {
        var now = open;
        if (now == null) open = now = TranscribeAudio.open(recogniser, threads, directories);
        var words = now.audio(sound, TranscriptionOptions.USUAL, share -> { }).words();
        return new TakeTranscript(fingerprint, words.stream().map(w -> new TakeTranscript.Word(w.text(), w.from(), w.to(), w.probability())).toList());
    }

    /** The words of arrangements of a document, heard where they are not known; {@link WordSource#NONE} if this installation has no recogniser. */
    public static WordSource source(AppDirectories directories, Document document, ClipStore clipStore) {
        return of(directories, 0).<WordSource>map(t -> new PartWords(document, clip -> t.words(clipStore, clip), t::close)).orElse(WordSource.NONE);
    }

    @Override
    public void close() {
        if (open != null) open.close();
        open = null;
    }
}
