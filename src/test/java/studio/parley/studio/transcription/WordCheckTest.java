package studio.parley.studio.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.studio.transcription.WordFinding.Kind;

class WordCheckTest {
    private static String shown(String text, String heard, String... references) {
        return WordCheck.of(text, heard, List.of(references)).findings().stream().map(f -> f.kind() + " '" + f.written() + "' '" + f.heard() + "'").collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "Hm, I don't know. | I don't know.",
            "Uh… well, um, yes! | Well, yes.",
            "I don't know. | Um, I don't know, uh.",
            "Hmm. | Him.",
            "Ha ha ha, very funny. | Very funny.",
            "(laughs) You are right. | You are right.",
            "(laughs) You are right. | Laughs. You are right.",
            "You are [sighs] right, *coughs* I think. | You are right, I think.",
            "You are right. | You are right. (laughing)",
            "She painted 愛 on the wall. | She painted eye on the wall.",
            "(laughs) | ha ha",
            "Haha! Mmh. | Thank you.",
            "Haha! Mmh. | ",
            "Games Federer finally. | GamesFeder, finally.",
            "Mr. Grey saw the 25th colour. | mister gray saw the twenty fifth color"})
    void soundsSpellingsAndOtherScriptsAreRight(String text, String heard) {
        var report = WordCheck.of(text, heard == null ? "" : heard, List.of());
        assertTrue(report.isRight(), report.toString());
        assertEquals(0, report.errors());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "Did you see that light? | Did you see light? | MISSING 'that' ''",
            "Did you, hm, see that light? | Did you light? | MISSING 'hm, see that' ''",
            "The cat sat down. | The dog sat down. | OTHER 'cat' 'dog'",
            "We go home. | We really go home. | EXTRA '' 'really'",
            "Hm, we go. | Never ever again we go. | EXTRA 'Hm' 'Never ever again'",
            "We go home now. | We go go home now. | REPEATED 'go' 'go'",
            "Good night. | Good night and thanks. | AFTER_END '' 'and thanks'",
            "Good night. |  | NOTHING 'Good night.' ''",
            "Never fear the dark. | Soup of the day. | OTHER 'Never fear' 'Soup of'; OTHER 'dark' 'day'",
            "Never fear it. | Soup day. | NOTHING 'Never fear it.' 'Soup day.'"})
    void wordsThatAreNotWrittenAreFound(String text, String heard, String findings) {
        assertEquals(findings, shown(text, heard == null ? "" : heard));
    }

    @Test
    void wordsOfAReferenceClipAreNamed() {
        var clip = "The harbour was quiet in the morning.";
        assertEquals("REFERENCE '' 'The harbour was'", shown("Where is he?", "The harbour was Where is he?", clip));
        assertEquals("AFTER_END '' 'was soaked'", shown("Where is he?", "Where is he? was soaked", clip), "one word is a coincidence");
        assertEquals("REPEATED 'was quiet' 'was quiet'", shown("It was quiet then.", "It was quiet was quiet then.", clip), "also in the text");
    }

    @Test
    void theRateCountsWordsAndPlacesAreThoseOfTheText() {
        var report = WordCheck.of("Hm, one two three four.", "one to five", List.of());
        assertEquals(4, report.words());
        assertEquals(2, report.errors());
        assertEquals(0.5, report.rate());
        var finding = report.findings().getFirst();
        assertEquals("three four", "Hm, one two three four.".substring(finding.from(), finding.to()));
        assertFalse(report.isRight());
    }

    @Test
    void theDotOfAnAbbreviationIsItsOwn() {
        assertEquals("\"7:45 p.m.\" was not heard.", new WordFinding(Kind.MISSING, 0, 9, "7:45 p.m.", "").sentence());
        assertEquals("\"7:45 p.m.\" was not heard.", new WordFinding(Kind.MISSING, 0, 9, "7:45 p.m.,", "").sentence());
        assertEquals("\"Wait\" was not heard.", new WordFinding(Kind.MISSING, 0, 9, "Wait...", "").sentence());
        assertEquals("\"Wait\" was not heard.", new WordFinding(Kind.MISSING, 0, 9, "Wait.? ", "").sentence());
    }

    @Test
    void everyKindIsASentence() {
        for (var kind : Kind.values()) {
            var sentence = new WordFinding(kind, 0, 3, "sea,", "see\n me.").sentence();
            assertTrue(sentence.matches("(Heard|The words|No words|\").*\\."), sentence);
            assertFalse(sentence.contains("\n") || sentence.contains(",\"") || sentence.contains(".\""), sentence);
        }
        assertEquals("Heard \"dog\" instead of \"cat\".", WordCheck.of("The cat sat down.", "The dog sat down.", List.of()).sentences().getFirst());
        assertEquals("No words were heard.", WordCheck.of("Yes.", "", List.of()).sentences().getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Did you see that?|1", "I'm going to the café.|1", "Das ist nicht mein Haus.|-1", "Où est la bibliothèque, s'il vous plaît?|-1", "Привет, как дела?|-1",
            "¿Dónde está la biblioteca?|-1", "こんにちは|-1", "Bonjour!|0", "Ben! Cora!|0", "|0"})
    void englishShows(String text, int sign) {
        assertEquals(sign, Integer.signum(EnglishText.evidence(text == null ? "" : text)));
    }
}
