package studio.parley.studio.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.recognition.Departure;
import studio.parley.recognition.Departure.Kind;
import studio.parley.recognition.Weighed;

class KnownTextTest {
    /** Words of {@code seconds} each. */
    private static List<TakeTranscript.Word> words(String text, double seconds) {
        var out = new ArrayList<TakeTranscript.Word>();
        for (var word : text.split(" ")) if (!word.isEmpty()) out.add(new TakeTranscript.Word(word, out.size(), out.size() + seconds, 0.9));
        return out;
    }

    private static String said(String text, double seconds, Weighed... weighed) {
        return new TakeTranscript("", KnownText.said(words(text, seconds), List.of(weighed))).text();
    }

    private static Weighed weighed(Kind kind, int from, int to, String said, double heard, double expected) {
        return new Weighed(new Departure(kind, from, to, said.isEmpty() ? List.of() : List.of(said.split(" "))), heard, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "Live free or die. | Wife free or die. | Live free or die. | 0-1 [Wife]",
            "Live free or die. | Live or die. | Live free or die. | 1-2 []",
            "Live free. | Live so free. | Live free. | 1-1 [so]",
            "Live free. | Live free and die. | Live free | 2-2 [and, die.]",
            "There were twenty-three men. | There were 23 men. | There were 23 men. | ",
            "(laughs) Live free. | Live, free. | Live, free. | ",
            "to the wanton boys | to the want and boys | to the wanton boys | 2-3 [want, and]",
            "Live free. |  | Live free. | 0-2 []",
            "Live — free. | Live three. | Live free. | 1-2 [three.]"})
    void itIsWhatWasHeardButForTheDifferences(String text, String heard, String known, String departures) {
        var found = KnownText.of(text, words(heard == null ? "" : heard, 0.4));
        assertEquals(known, String.join(" ", found.words()));
        assertEquals(departures == null ? "" : departures, String.join("; ", found.departures().stream().map(d -> d.from() + "-" + d.to() + " " + d.said()).toList()));
    }

    @Test
    void whatTheSoundDoesNotSpeakForIsNotSaid() {
        assertEquals("We go to it now.", said("We go to it now.", 0.4, weighed(Kind.MISSING, 2, 3, "", -3, -1), weighed(Kind.REPEATED, 1, 2, "go go", -10, -12),
                weighed(Kind.SWAPPED, 1, 3, "to go", -12, -11), weighed(Kind.OTHER, 1, 2, "know", 4, -2)));
        assertEquals("Ask Zoe now.", said("Ask Zoe now.", 0.4, weighed(Kind.OTHER, 1, 2, "so", 9, 6)), "a name is less expected than what sounds like it");
    }

    @Test
    void whatItSpeaksForIs() {
        assertEquals("We go it now.", said("We go to it now.", 0.4, weighed(Kind.MISSING, 2, 3, "", -2, -3)));
        assertEquals("We go go to it now.", said("We go to it now.", 0.4, weighed(Kind.REPEATED, 1, 2, "go go", -7, -10)), "unlikely, but even less expected");
        assertEquals("We to go it now.", said("We go to it now.", 0.4, weighed(Kind.SWAPPED, 1, 3, "to go", -9, -15)));
        assertEquals("We went to it now and then.", said("We go to it now.", 0.4, weighed(Kind.OTHER, 1, 2, "went", 6, -1), weighed(Kind.OTHER, 4, 5, "now and then.", 9, -3)));
        assertEquals("We", said("We go to it now.", 0.4, weighed(Kind.OTHER, 1, 5, "", 20, 25)), "a sentence that is cut off is likely as it is");
    }

    @Test
    void ofTwoInOnePlaceTheLikelierOneIs() {
        assertEquals("We go go to it.", said("We go to it.", 0.4, weighed(Kind.OTHER, 2, 2, "go", 6, -1), weighed(Kind.REPEATED, 1, 2, "go go", 6, -1)));
        assertEquals("We go it to.", said("We go to it.", 0.4, weighed(Kind.SWAPPED, 2, 4, "it to.", 4, -9), weighed(Kind.MISSING, 2, 3, "", 3, 0)));
    }

    @Test
    void aLastWordWithoutTimeWasCutOff() {
        var cut = weighed(Kind.MISSING, 2, 4, "to.", -4, 0);
        assertEquals("We go to.", said("We go to it.", 0.1, cut));
        assertEquals("We go to it.", said("We go to it.", 0.2, cut));
        assertEquals("We go to it.", said("We go to it.", 0.1, weighed(Kind.MISSING, 1, 2, "", -4, 0)), "another one");
    }

    @Test
    void whatIsSaidInsteadHasTheSameTime() {
        var heard = KnownText.said(words("We go to it.", 0.4), List.of(weighed(Kind.SWAPPED, 1, 3, "to go", 4, -9)));
        assertEquals(1, heard.get(1).from());
        assertEquals(1.7, heard.get(1).to(), 1e-9);
        assertEquals(2.4, heard.get(2).to(), 1e-9);
        var added = KnownText.said(words("We go.", 0.4), List.of(weighed(Kind.OTHER, 2, 2, "now", 9, 0))).getLast();
        assertEquals(1.4, added.from(), 1e-9);
    }
}
