package studio.parley.studio.transcription;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.problem.Cancellation;
import studio.parley.recognition.HeardWindow;
import studio.parley.recognition.RepeatedSpeech;
import studio.parley.recognition.Transcript;
import studio.parley.recognition.TranscriptionOptions;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.WordSource;
import studio.parley.studio.settings.AppDirectories;

/**
 * Hears takes, whose text is known, with the recogniser that comes with Parley. It is opened for the first take and stays open until {@link #close}. One
 * thread; {@link Cancellation} ends it at once.
 */
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
        this.fingerprint = RecogniserStore.fingerprint(recogniser);
    }

    /**
     * Empty if this installation has no recogniser.
     *
     * @param threads 0 for all cores
     */
    public static Optional<TakeTranscriber> of(AppDirectories directories, int threads) {
        return new RecogniserStore(directories).bundled().map(folder -> new TakeTranscriber(folder, threads, directories));
    }

    /** Whether a transcript is this recogniser's. */
    public boolean isOwn(TakeTranscript heard) {
        return heard.recogniser().equals(fingerprint);
    }

    /** What this recogniser hears in the clip of a part, stored with it; empty if the clip is missing. */
    private Optional<TakeTranscript> words(ClipStore clipStore, Document document, Arrangement.Part part) {
        var transcripts = new TakeTranscripts(clipStore);
        var clip = new ClipId(part.take().clip());
        return transcripts.find(clip).filter(this::isOwn).or(() -> clipStore.find(clip).map(sound -> {
            var heard = hear(sound, document.spokenText(part.line(), part.take()));
            transcripts.put(clip, heard);
            return heard;
        }));
    }

    /**
     * What is said, as far as the sound decides it: a recogniser also writes what it expects, so that small words that are missing are there and words that
     * are said twice are not, and it does not know names. So where another text than {@code text} was heard, or might have been, that one counts for
     * which the sound speaks.
     */
    public TakeTranscript hear(Pcm sound, String text) {
        var now = open;
        if (now == null) open = now = TranscribeAudio.open(recogniser, threads, directories);
        var heard = words(now.audio(sound, TranscriptionOptions.USUAL, share -> { }).words());
        var settled = now.window().map(window -> settled(window, text, heard)).orElse(heard);
        return new TakeTranscript(fingerprint, RepeatedSpeech.find(sound).map(twice -> TwiceSaid.words(settled, twice)).orElse(settled));
    }

    private static List<TakeTranscript.Word> settled(HeardWindow window, String text, List<TakeTranscript.Word> heard) {
        var known = KnownText.of(text, heard);
        var timed = known.departures().isEmpty() ? heard : words(window.times(known.words()));
        // Words that are written in a way that cannot be found again, or far too many.
        if (timed.isEmpty() || timed.size() != known.words().size()) return heard;
        return KnownText.said(timed, window.weigh(known.words(), known.departures()));
    }

    private static List<TakeTranscript.Word> words(List<Transcript.Word> words) {
        return words.stream().map(w -> new TakeTranscript.Word(w.text(), w.from(), w.to(), w.probability())).toList();
    }

    /** The words of arrangements of a document, heard where they are not known; {@link WordSource#NONE} if this installation has no recogniser. */
    public static WordSource source(AppDirectories directories, Document document, ClipStore clipStore) {
        return of(directories, 0).<WordSource>map(t -> new PartWords(document, part -> t.words(clipStore, document, part), t::close)).orElse(WordSource.NONE);
    }

    @Override
    public void close() {
        if (open != null) open.close();
        open = null;
    }
}
