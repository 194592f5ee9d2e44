package studio.parley.textnorm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NumberWordsTest {
    /** Made by num2words 0.5.14 (commas, hyphens and "and" taken out): {@code kind,number,words}. */
    @ParameterizedTest
    @CsvFileSource(resources = "/golden/num2words.csv")
    void agreesWithNum2words(String kind, long number, String words) {
        assertEquals(words, switch (kind) {
            case "cardinal" -> NumberWords.cardinal(number);
            case "ordinal" -> NumberWords.ordinal(number);
            default -> NumberWords.year((int) number);
        });
    }
}
