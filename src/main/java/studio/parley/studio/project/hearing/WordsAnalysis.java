package studio.parley.studio.project.hearing;

import java.util.Optional;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.transcription.TakeTranscriber;

/** What is said in takes; see {@link TakeWords}. */
public final class WordsAnalysis implements TakeAnalysis {
    private final TakeTranscriber transcriber;
    private final TakeWords words;

    private WordsAnalysis(TakeTranscriber transcriber, TakeWords words) {
        this.transcriber = transcriber;
        this.words = words;
    }

    /** With the recogniser that comes with Parley, if it is there; on one core. */
    public static Optional<TakeAnalysis> of(AppDirectories directories, TakeWords words) {
        return TakeTranscriber.of(directories, 1).map(t -> new WordsAnalysis(t, words));
    }

    @Override
    public boolean isKnown(ClipId clip) {
        return words.transcript(clip).filter(transcriber::isOwn).isPresent();
    }

    @Override
    public void run(TakeToHear take, Pcm audio) {
        words.put(take.clip(), transcriber.hear(audio, take.text()));
    }

    @Override
    public void close() {
        transcriber.close();
    }
}
