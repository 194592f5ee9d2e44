package studio.parley.recognition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is said in a recording. Times are seconds from its beginning.
 *
 * @param language the code of the language ({@code en})
 * @param seconds length of the recording
 */
public record Transcript(String language, double seconds, List<Segment> segments) {
    public Transcript {
        segments = List.copyOf(segments);
    }

    /**
     * A stretch of speech, about a sentence.
     *
     * @param averageLogProbability per token: near 0 where the words are certain, below -1 where they are guesses
     * @param noSpeech the probability that nobody speaks
     */
    public record Segment(double from, double to, String text, List<Word> words, double averageLogProbability, double noSpeech) {
        public Segment {
            words = List.copyOf(words);
        }
    }

    /** A word with its punctuation, without spaces around it. */
    public record Word(String text, double from, double to, double probability) {}

    /** All segments' text, one after the other. */
    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining(" "));
    }

    public List<Word> words() {
        return segments.stream().flatMap(s -> s.words().stream()).toList();
    }
}
