package studio.parley.studio.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Line;

/** Which line of an edited script is which of the old one: takes go with it. */
class LineSimilarityTest {
    private static LineSimilarity of(int speaker, String text) {
        return LineSimilarity.of(Line.of("L1", speaker, text));
    }

    @Test
    void wordsAreCountedWithoutCaseAndSigns() {
        assertEquals(1, of(0, "Did you SEE that?").words(of(0, "did you see that")));
        assertEquals(0.5, of(0, "one two three four").words(of(0, "three four five six")));
        assertEquals(2.0 * 1 / 4, of(0, "no no no").words(of(0, "no")), "each as often as in both");
        assertEquals(0, of(0, "...").words(of(0, "?")));
        assertEquals(1, of(0, "Zoë naïve").words(of(0, "zoë NAÏVE")));
    }

    @Test
    void anEditedLineKeepsItsSpeakerOrNearlyAllItsWords() {
        var line = of(0, "a b c d e f g h i j");
        assertEquals(0.5, line.to(of(0, "a b c x x x x x x x"), false), 1e-9);
        assertEquals(0, line.to(of(0, "a b x x x x x x x x"), false));
        assertEquals(0.05, line.to(of(0, "a b x x x x x x x x"), true));
        assertEquals(0.6, line.to(of(1, "a b c d e f x x x x"), false), 1e-9);
        assertEquals(0, line.to(of(1, "a b c d e x x x x x"), true));
    }

    @Test
    void nearlyTheSameNeedsEnoughWordsToBeSure() {
        assertTrue(of(0, "a b c d").isNearly(of(0, "a b c x")));
        assertFalse(of(0, "a b c d").isNearly(of(1, "a b c d")));
        assertFalse(of(0, "a b c d").isNearly(of(0, "a b x x")));
        assertTrue(of(0, "a b c").isNearly(of(0, "c b a")));
        assertFalse(of(0, "a b").isNearly(of(0, "a b")));
    }
}
