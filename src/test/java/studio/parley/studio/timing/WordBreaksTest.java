package studio.parley.studio.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordBreaksTest {
    /** The caret is {@code |}. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "years|. He went ; years.| He went", "“Go|!” he said ; “Go!”| he said", "years.| He ; years.| He", "years. |He ; years. |He", "ye|ars. He ; ye|ars. He",
            "well|-known fact ; well|-known fact", "the end|. ; the end|.", "|… and ; |… and", "a |… b ; a |… b"})
    void punctuationStaysWithItsWord(String before, String after) {
        int place = before.indexOf('|');
        var text = before.replace("|", "");
        var moved = WordBreaks.afterPunctuation(text, place);
        assertEquals(after, text.substring(0, moved) + "|" + text.substring(moved));
    }
}
