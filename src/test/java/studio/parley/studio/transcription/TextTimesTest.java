package studio.parley.studio.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTimesTest {
    /** {@code word@from-to} for each word. */
    private static TakeTranscript heard(String words) {
        return new TakeTranscript("r", Arrays.stream(words.split(" ")).filter(w -> !w.isEmpty()).map(w -> {
            var parts = w.split("[@-]");
            return new TakeTranscript.Word(parts[0].replace('_', '-'), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), 1);
        }).toList());
    }

    private static String shown(String text, String heard) {
        return TextTimes.of(text, heard(heard)).stream().map(t -> String.format(Locale.ROOT, "%s%s@%.1f-%.1f", t.isHeard() ? "" : "?", text.substring(t.from(), t.to()), t.begin(), t.end()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "Well, no! | Well@0.2-0.5 no.@0.9-1.0 | Well,@0.2-0.5 no!@0.9-1.0",
            "the small cat sat | The@0.0-0.2 cat@0.8-1.0 sat@1.0-1.4 | the@0.0-0.2 ?small@0.2-0.8 cat@0.8-1.0 sat@1.0-1.4",
            "two big red cats | Two@0.0-0.2 cats@0.8-1.0 | two@0.0-0.2 ?big@0.2-0.5 ?red@0.5-0.8 cats@0.8-1.0",
            "in 1984 only | in@0.0-0.2 nineteen@0.2-0.5 eighty_four@0.5-0.9 only@1.0-1.4 | in@0.0-0.2 1984@0.2-0.9 only@1.0-1.4",
            "nineteen eighty four only | 1984@0.0-0.9 only@1.0-1.4 | nineteen@0.0-0.3 eighty@0.3-0.6 four@0.6-0.9 only@1.0-1.4",
            "he is cold hearted now | He's@0.0-0.4 coldhearted@0.4-1.0 now@1.0-1.2 | he@0.0-0.2 is@0.2-0.4 cold@0.4-0.7 hearted@0.7-1.0 now@1.0-1.2",
            "and then — silence | And@0.0-0.2 then@0.2-0.5 | and@0.0-0.2 then@0.2-0.5 ?silence@0.5-0.5",
            "go on | Go@0.0-0.2 go@0.2-0.4 on@0.4-0.6 | go@0.2-0.4 on@0.4-0.6",
            "it was there | was@0.2-0.7 there@0.8-1.0 | ?it@0.2-0.4 was@0.4-0.7 there@0.8-1.0",
            "one two | three@0.0-0.6 | ?one@0.0-0.3 ?two@0.3-0.6"})
    void wordsHaveTheTimesOfWhatWasHeard(String text, String heard, String times) {
        assertEquals(times, shown(text, heard));
    }

    @Test
    void nothingHeardHasNoTimes() {
        assertEquals("", shown("one two", ""));
    }
}
