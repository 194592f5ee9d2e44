package studio.parley.studio.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownTextTest {
    /** Words with their probabilities: {@code live .5 free .9}. */
    private static List<TakeTranscript.Word> words(String listed) {
        var parts = listed.split(" ");
        var out = new ArrayList<TakeTranscript.Word>();
        for (int i = 0; i < parts.length; i += 2) out.add(new TakeTranscript.Word(parts[i], i * 0.5, i * 0.5 + 0.4, Double.parseDouble(parts[i + 1])));
        return out;
    }

    private static String settled(String text, String heard, String known) {
        return KnownText.settled(text, words(heard), words(known)).stream().map(TakeTranscript.Word::text).collect(Collectors.joining(" "));
    }

    @Test
    void aWrittenWordThatIsLikelyTooCountsAsHeard() {
        assertTrue(KnownText.differs("Live free or die.", words("Wife .5 free .9 or .9 die. .9")));
        assertEquals("Live free or die.", settled("Live free or die.", "Wife .5 free .9 or .9 die. .9", "Live .3 free .9 or .9 die. .9"));
        assertEquals("to the wanton boys", settled("to the wanton boys", "to .9 the .9 want .5 and .5 boys .9", "to .9 the .9 wanton .2 boys .9"));
    }

    @Test
    void anUnlikelyOrMissingOneDoesNot() {
        assertEquals("Wife free or die.", settled("Live free or die.", "Wife .5 free .9 or .9 die. .9", "Live .0001 free .9 or .9 die. .9"));
        assertEquals("Live or die.", settled("Live free or die.", "Live .5 or .9 die. .9", "Live .5 free .3 or .9 die. .9"));
        assertEquals("Live so free", settled("Live free", "Live .9 so .9 free .9", "Live .9 free .9"));
        assertEquals("Wife free", settled("Live free", "Wife .9 free .9", "x 1"), "the text could not be found");
    }

    @Test
    void whatIsRightNeedsNoSecondLook() {
        assertFalse(KnownText.differs("I'm 25.", words("I .9 am .9 twenty-five. .9")));
    }
}
