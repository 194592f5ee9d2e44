package studio.parley.studio.transcription;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was heard in a take. Times are seconds from the beginning of its clip.
 *
 * @param recogniser the fingerprint of the recogniser that heard it
 */
public record TakeTranscript(String recogniser, List<Word> words) {
    /** A word with its punctuation, without spaces around it. */
    public record Word(String text, double from, double to, double probability) {}

    public TakeTranscript {
        words = List.copyOf(words);
    }

    /** The words between two moments; one that lies across an edge belongs to the side of its middle. */
    public TakeTranscript between(double from, double to) {
        return new TakeTranscript(recogniser, words.stream().filter(w -> (w.from() + w.to()) / 2 >= from && (w.from() + w.to()) / 2 < to).toList());
    }

    /** All words, a space between two. */
    public String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
