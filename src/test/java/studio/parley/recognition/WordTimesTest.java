package studio.parley.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.parley.recognition.Transcript.Word;
import studio.parley.recognition.WordAligner.Timed;

class WordTimesTest {
    /** Pieces of one token and 0.2 s each, one after the other. */
    private static List<Timed> pieces(String... texts) {
        var out = new ArrayList<Timed>();
        for (var text : texts) out.add(new Timed(text, 1, out.size() * 0.2, out.size() * 0.2 + 0.2, 0.5));
        return out;
    }

    private static List<String> words(boolean spaced, String... texts) {
        return WordTimes.refined(pieces(texts), spaced).stream().map(w -> w.text().strip()).toList();
    }

    @Test
    void marksBelongToTheirWords() {
        assertEquals(List.of("\"Well,\"", "he", "said.", "(Really?)"), words(true, " \"", "Well", ",", "\"", " he", " said", ".", " (", "Really", "?", ")"));
        assertEquals(List.of("ill-disposed", "3.5", "don't"), words(true, " ill", "-", "disposed", " 3", ".", "5", " don", "'t"));
        assertEquals(List.of("light—", "what"), words(true, " light", "—", "what"));
    }

    @Test
    void aMarkTakesNoTime() {
        var word = WordTimes.refined(pieces(" said", ".", " Now"), true).getFirst();
        assertEquals(0.2, word.to(), 1e-9);
        var opened = WordTimes.refined(pieces(" (", "Really", ")"), true).getFirst();
        assertEquals(List.of(0.2, 0.4, 3.0), List.of(opened.from(), opened.to(), (double) opened.tokens()));
    }

    @Test
    void aWordThatHoldsThePauseBetweenSentencesIsCut() {
        var long1 = new Timed(" Now", 1, 0.6, 4.6, 1);
        var words = new ArrayList<>(pieces(" I", " said", "."));
        words.add(long1);
        words.add(new Timed(" go", 1, 4.6, 4.8, 1));
        var refined = WordTimes.refined(words, true);
        assertEquals(4.2, refined.get(2).from(), 1e-9);
        assertEquals(4.6, refined.get(2).to(), 1e-9);
    }

    @Test
    void theEdgesOfASegmentBoundItsWords() {
        var first = List.of(new Timed(" So", 1, 1, 5, 1), new Timed(" yes", 1, 5, 5.2, 1));
        assertEquals(4.6, WordTimes.bounded(first, 4.8, 5.2, 0.2, 0).getFirst().from(), 1e-9);
        var last = List.of(new Timed(" So", 1, 1, 1.2, 1), new Timed(" yes", 1, 1.2, 4, 1));
        assertEquals(1.5, WordTimes.bounded(last, 1, 1.5, 0.2, 1).getLast().to(), 1e-9);
    }

    @Test
    void wordsAreTrimmedToTheirSound() {
        var audio = new float[32_000];
        for (int i = 8000; i < 16_000; i++) audio[i] = (float) (0.3 * Math.sin(i * 0.1));
        var level = new SoundLevel(audio);
        var word = level.trimmed(new Word("so", 0.1, 1.4, 1));
        assertEquals(0.5, word.from(), 0.011);
        assertEquals(1.0, word.to(), 0.011);
        assertEquals(new Word("so", 0.6, 0.9, 1), level.trimmed(new Word("so", 0.6, 0.9, 1)));
        assertEquals(new Word("so", 1.2, 1.5, 1), level.trimmed(new Word("so", 1.2, 1.5, 1)), "nothing sounds");
        assertEquals(8000, level.next(0), 160);
        assertEquals(32_000, level.next(17_000));
        assertEquals(true, level.pause(14_000, 30_000) > 16_000);
        assertEquals(List.of(true, false), List.of(level.between(0.4, 0.6), level.between(1.1, 1.9)));
    }

    @Test
    void theMedianOfShortRowsIsThemselves() {
        assertEquals("[1.0, 9.0, 1.0]", Arrays.toString(WordAligner.median(new float[] {1, 9, 1})));
        assertEquals("[1.0, 1.0, 1.0, 1.0, 1.0]", Arrays.toString(WordAligner.median(new float[] {1, 1, 9, 1, 1})));
    }
}
