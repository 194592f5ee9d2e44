package studio.parley.recognition;

import java.util.List;
import studio.parley.recognition.Transcript.Word;

/**
 * A recording of one window that was just transcribed, for questions about its text that need it no second time. Valid until the transcriber hears
 * something else.
 */
public final class HeardWindow {
    private final WhisperModel model;
    private final WhisperSession session;
    private final LanguageChoice language;
    private final SoundLevel level;
    private final double begin;
    private final double seconds;

    /**
     * @param begin seconds of the recording before the window
     * @param seconds from there to the end
     */
    HeardWindow(WhisperModel model, WhisperSession session, LanguageChoice language, SoundLevel level, double begin, double seconds) {
        this.model = model;
        this.session = session;
        this.language = language;
        this.level = level;
        this.begin = begin;
        this.seconds = seconds;
    }

    /** When these words would be spoken; as many words as there are. Empty if they are too many for a window. Not after {@link #weigh}. */
    public List<Word> times(List<String> words) {
        var tokens = WordTokens.of(model.info(), model.tokenizer(), words);
        if (tokens.ids().isEmpty() || tokens.ids().size() + language.start().size() + 2 > model.info().textPositions()) return List.of();
        var timed = new WordAligner(model, session).align(language.start(), tokens.ids(), seconds, language.code());
        return timed.stream().map(w -> level.trimmed(w.word(begin))).toList();
    }

    /**
     * How likely the given departures from a text are, and the likeliest of those in which a word is missing, said twice, or in the place of its neighbour.
     * Once only.
     */
    public List<Weighed> weigh(List<String> words, List<Departure> departures) {
        return new TextEvidence(model, session, language.start()).weigh(words, departures);
    }
}
