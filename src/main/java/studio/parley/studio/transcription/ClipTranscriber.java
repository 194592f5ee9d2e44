package studio.parley.studio.transcription;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.recognition.Transcript;
import studio.parley.recognition.TranscriptionOptions;
import studio.parley.studio.settings.AppDirectories;

/** What is said in reference clips. Any thread; one clip at a time. */
public final class ClipTranscriber {
    private static final double LIKELY = 0.4;
    private static final double WORDS_PER_SECOND = 0.5;
    /** Of a longer clip only the used part is heard, with so much around it. */
    private static final double LONG = 60;
    private static final double AROUND = 10;
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

    /** What is said, on one line; empty if it is not understood. Kept in the user's cache, so that a clip is heard once. */
    public synchronized String words(Pcm clip) {
        var kept = new TakeTranscripts(new ClipStore(directories.references()));
        var id = ClipId.of(clip);
        var fingerprint = RecogniserStore.fingerprint(recogniser);
        return kept.find(id).filter(t -> t.recogniser().equals(fingerprint)).orElseGet(() -> {
            var heard = hear(clip, 0, clip.seconds());
            kept.put(id, heard);
            return heard;
        }).text();
    }

    /**
     * What is said in a clip, and when; times are from its beginning. No words if the used part, which is given in seconds, is not understood. Of a long
     * clip only that part is heard, and a little around it. The recogniser is opened for each clip and takes no memory in between.
     */
    public synchronized TakeTranscript hear(Pcm clip, double from, double to) {
        double begin = clip.seconds() <= LONG ? 0 : Math.max(0, from - AROUND);
        double end = clip.seconds() <= LONG ? clip.seconds() : Math.min(clip.seconds(), to + AROUND);
        var part = clip.slice((int) (begin * clip.rate()), (int) Math.round(end * clip.rate()));
        try (var open = TranscribeAudio.open(recogniser, 0, directories)) {
            var heard = open.audio(part, TranscriptionOptions.USUAL, share -> { }).words().stream()
                    .map(w -> new TakeTranscript.Word(w.text(), w.from() + begin, w.to() + begin, w.probability())).toList();
            var all = new TakeTranscript(RecogniserStore.fingerprint(recogniser), heard);
            return isUnderstood(all.between(from, to).words(), to - from) ? all : new TakeTranscript(all.recogniser(), List.of());
        }
    }

    /** The words that are likely to be what is said in a clip, on one line; empty if they are not. */
    public static String understood(Transcript heard) {
        var words = heard.words().stream().map(w -> new TakeTranscript.Word(w.text(), w.from(), w.to(), w.probability())).toList();
        return isUnderstood(words, heard.seconds()) ? heard.text().strip() : "";
    }

    /** People say two words a second and more; fewer, or words that are hardly likely, are noise or speech that was not understood. */
    private static boolean isUnderstood(List<TakeTranscript.Word> words, double seconds) {
        return words.stream().mapToDouble(TakeTranscript.Word::probability).average().orElse(0) >= LIKELY && words.size() >= seconds * WORDS_PER_SECOND;
    }
}
