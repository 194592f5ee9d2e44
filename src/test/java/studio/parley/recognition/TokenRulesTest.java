package studio.parley.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Text is 0 to 9, the end 10, then six ids that steer; 17 is 0.00 s. */
class TokenRulesTest {
    private static final int END = 10;
    private static final int FIRST = 17;
    private static final int SIZE = FIRST + 101;
    private final TokenRules rules = new TokenRules(info());

    private static WhisperInfo info() {
        var tokens = new SpecialTokens(11, END, 16, 15, FIRST, 14, OptionalInt.empty(), Map.of());
        return new WhisperInfo("", "", "", 80, 1500, 448, 1, 1, 1, SIZE, tokens, List.of(3), List.of(5, END), List.of(), "", "", List.of(), List.of());
    }

    /** The ids that may follow; text is a little likelier than all times together unless asked otherwise. */
    private List<Integer> allowed(float timestamps, Integer... chosen) {
        var logits = new float[SIZE];
        for (int i = FIRST; i < SIZE; i++) logits[i] = timestamps;
        rules.apply(logits, List.of(chosen));
        return IntStream.range(0, SIZE).filter(i -> logits[i] != Float.NEGATIVE_INFINITY).boxed().toList();
    }

    private static List<Integer> ids(int from, int to, Integer... without) {
        var out = new ArrayList<>(IntStream.range(from, to).boxed().toList());
        out.removeAll(List.of(without));
        return out;
    }

    @Test
    void beginsWithATimeWithinASecond() {
        assertEquals(ids(FIRST, FIRST + 51), allowed(-9));
    }

    @Test
    void textFollowsTheFirstTimeAndASuppressedTokenNever() {
        assertEquals(ids(0, END + 1, 3), allowed(-9, FIRST));
    }

    @Test
    void timesRiseAndComeInPairs() {
        var text = ids(0, END + 1, 3);
        text.addAll(ids(FIRST + 1, SIZE));
        assertEquals(text, allowed(-9, FIRST, 4), "a segment has a length");
        var next = ids(END, END + 1);
        next.addAll(ids(FIRST + 20, SIZE));
        assertEquals(next, allowed(-9, FIRST, 4, FIRST + 20), "the end, or the beginning of the next at this time or later");
        assertEquals(ids(0, END + 1, 3), allowed(-9, FIRST, 4, FIRST + 20, FIRST + 20), "text after a pair");
    }

    @Test
    void aTimeComesWhereTimesTogetherAreLikelierThanAnyText() {
        assertEquals(ids(FIRST + 1, SIZE), allowed(-4, FIRST, 4));
    }

    @Test
    void draws() {
        float[] logits = {Float.NEGATIVE_INFINITY, 0, (float) Math.log(3), Float.NEGATIVE_INFINITY};
        assertEquals(1, Logits.sample(logits, 1, 0));
        assertEquals(1, Logits.sample(logits, 1, 0.24));
        assertEquals(2, Logits.sample(logits, 1, 0.26));
        assertEquals(2, Logits.sample(logits, 1, 0.9999999999999999));
        assertEquals(2, Logits.sample(logits, 0.01, 0.001));
    }

    @Test
    void repetitionIsFoundNotEmphasis() {
        assertEquals(1, WindowDecoder.repeated(java.util.Collections.nCopies(24, 7)));
        assertEquals(0, WindowDecoder.repeated(java.util.Collections.nCopies(20, 7)));
        var chorus = new ArrayList<Integer>(List.of(9));
        for (int i = 0; i < 8; i++) chorus.addAll(List.of(1, 2, 3, 4));
        assertEquals(4, WindowDecoder.repeated(chorus));
        assertEquals(0, WindowDecoder.repeated(chorus.subList(0, 30)));
    }
}
