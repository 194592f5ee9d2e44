package studio.parley.speech.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import studio.parley.Growth;

class LongTextTest {
    @Test
    void whatFitsStaysAsItIs() {
        assertEquals(List.of(" Hello.  And you? "), LongText.pieces(" Hello.  And you? "));
        assertEquals(List.of(""), LongText.pieces(""));
    }

    @Test
    void sentencesStayWholeWhereTheyCan() {
        var sentence = "It was said that the light had gone out on the rock, and that nobody in the village had seen it go.";
        var pieces = LongText.pieces((sentence + " ").repeat(20).strip());
        assertTrue(pieces.size() >= 5, pieces.size() + " pieces");
        for (var piece : pieces) assertEquals(piece, (sentence + " ").repeat(piece.length() / sentence.length()).strip());
    }

    @Test
    void aLongSentenceIsCutAtItsClausesAndALongClauseBetweenWords() {
        var clauses = LongText.pieces("and the wind was getting up again from the north of the bay, ".repeat(15).strip());
        assertTrue(clauses.stream().allMatch(p -> p.endsWith("bay,")), clauses.toString());
        var words = LongText.pieces("the quick brown fox jumps over the lazy dog and ".repeat(30).strip() + ".");
        assertTrue(words.stream().allMatch(p -> p.matches("[a-z ]+\\.?")), words.toString());
        assertEquals("the quick brown fox jumps over the lazy dog and ".repeat(30).strip() + ".", String.join(" ", words));
        int longest = words.stream().mapToInt(String::length).max().orElseThrow();
        assertTrue(words.stream().allMatch(p -> p.length() > longest / 2), "no rest of a few words: " + words);
    }

    @Test
    void anEndlessWordIsCutBetweenCharactersInNoTime() {
        var word = "a\ud83d\ude00e\u0301".repeat(100_000);
        Growth.assertAtMost(8, "pieces", () -> LongText.pieces(word.substring(0, word.length() / 4)), () -> LongText.pieces(word));
        var pieces = LongText.pieces(word);
        assertEquals(word, String.join("", pieces));
        for (var piece : pieces) {
            assertTrue(LongText.fits(piece));
            assertTrue(!Character.isLowSurrogate(piece.charAt(0)) && piece.charAt(0) != '\u0301', piece);
        }
    }

    @Property(tries = 300)
    void noWordIsLostAndAllPiecesFit(@ForAll @StringLength(max = 30) String text) {
        var longText = (text + ". ").repeat(100);
        var pieces = LongText.pieces(longText);
        assertEquals(longText.replaceAll("\\s", ""), String.join("", pieces).replaceAll("\\s", ""));
        assertTrue(pieces.stream().allMatch(LongText::fits));
    }
}
