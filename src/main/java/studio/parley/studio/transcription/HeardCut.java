package studio.parley.studio.transcription;

import java.util.List;
import java.util.Optional;
import studio.parley.studio.transcription.TextTimes.TimedText;
import studio.parley.voice.WordCut;

/** Which words of a clip's transcript lie outside the part that is used, by when they were heard. */
public final class HeardCut {
    /** Fewer of the words heard as written, and their times say nothing. */
    private static final double ENOUGH = 0.6;

    private HeardCut() {}

    /** @param from and {@code to}: the used part in seconds; empty if too few of the words were heard */
    public static Optional<WordCut> of(String transcript, TakeTranscript heard, double from, double to) {
        var text = transcript.strip();
        var words = TextTimes.of(text, heard);
        if (words.isEmpty() || words.stream().filter(TimedText::isHeard).count() < ENOUGH * words.size()) return Optional.empty();
        int begin = 0;
        int end = words.size();
        // A word that was not heard goes with the next one towards the middle.
        for (int i = 0; i < words.size(); i++) if (words.get(i).isHeard() && middle(words.get(i)) < from) begin = i + 1;
        for (int i = words.size() - 1; i >= begin; i--) if (words.get(i).isHeard() && middle(words.get(i)) > to) end = i;
        return Optional.of(cut(text, words, begin, end));
    }

    private static double middle(TimedText word) {
        return (word.begin() + word.end()) / 2;
    }

    private static WordCut cut(String text, List<TimedText> words, int begin, int end) {
        int first = begin == 0 ? 0 : begin == words.size() ? text.length() : words.get(begin).from();
        int last = end == words.size() ? text.length() : words.get(end).from();
        return new WordCut(text.substring(0, first), text.substring(first, last), text.substring(last));
    }
}
