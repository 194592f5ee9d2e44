package studio.parley.studio.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.parley.studio.transcription.TextTimes.TimedText;

class TimedWordsTest {
    /** "One two three": a pause after "One", none after "two", which was not heard as written. */
    private static final TimedWords WORDS = new TimedWords(List.of(new TimedText(0, 3, 0.1, 0.4, true), new TimedText(4, 7, 0.4, 0.8, false),
            new TimedText(8, 13, 1.0, 1.3, true)));

    @Test
    void aWordIsSpokenUntilTheNextBeginsOrALittleLonger() {
        assertEquals(List.of(-1, 0, 4, 4, 8, -1), java.util.stream.DoubleStream.of(0.05, 0.2, 0.5, 0.9, 1.4, 1.6)
                .mapToObj(s -> WORDS.at(s).map(TimedText::from).orElse(-1)).toList());
    }

    @Test
    void textAndSoundAreCutBetweenTheSameWords() {
        assertEquals(0.44, WORDS.cut(4).orElseThrow(), 1e-9, "the time of the second word is a guess: close behind the first");
        assertEquals(0.44, WORDS.cut(3).orElseThrow(), 1e-9);
        assertEquals(0.96, WORDS.cut(8).orElseThrow(), 1e-9);
        for (int within : new int[] {0, 2, 5, 13}) assertEquals(OptionalDouble.empty(), WORDS.cut(within));
        assertEquals(OptionalInt.of(4), WORDS.place(0.3));
        assertEquals(OptionalInt.of(8), WORDS.place(0.9));
        assertEquals(OptionalInt.empty(), WORDS.place(0.05));
        assertEquals(OptionalInt.empty(), WORDS.place(1.2));
        assertEquals(OptionalInt.empty(), TimedWords.UNKNOWN.place(1));
    }

    @Test
    void anEdgeIsNeverWithinAWord() {
        assertEquals(0.06, WORDS.outside(0.2), 1e-9);
        assertEquals(0.4, WORDS.outside(0.39), 1e-9);
        assertEquals(0.84, WORDS.outside(0.75), 1e-9);
        assertEquals(0.9, WORDS.outside(0.9), 1e-9);
        assertEquals(5, TimedWords.UNKNOWN.outside(5), 1e-9);
    }

    @Test
    void aWordIsHeardFromJustBeforeIt() {
        assertEquals(0.06, WORDS.onset(0).orElseThrow(), 1e-9);
        assertEquals(0.96, WORDS.onset(9).orElseThrow(), 1e-9);
        assertEquals(0.96, WORDS.onset(99).orElseThrow(), 1e-9);
        assertFalse(TimedWords.UNKNOWN.onset(0).isPresent());
    }
}
