package studio.parley.studio.recordings;

import java.util.List;
import java.util.stream.Collectors;
import studio.parley.recognition.Transcript.Word;

/** What is said without a pause, about a sentence: the words, and the part of the recording in which they are. Times are seconds. */
record Utterance(List<Word> words, double from, double to) {
    Utterance {
        words = List.copyOf(words);
    }

    static Utterance of(List<Word> words) {
        return new Utterance(words, words.getFirst().from(), words.getLast().to());
    }

    Utterance between(double begin, double end) {
        return new Utterance(words, begin, end);
    }

    double seconds() {
        return to - from;
    }

    String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /** How certain its words are, 0 to 1. */
    double probability() {
        return words.stream().mapToDouble(Word::probability).average().orElse(0);
    }
}
