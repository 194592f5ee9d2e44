package studio.parley.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.script.Scripts;
import studio.parley.dialogue.script.parse.ScriptFormat;

class AllowedTextTest {
    private static final String FAMILY = "👨\u200d👩\u200d👧";

    @Provide
    Arbitrary<String> anything() {
        var nasty = Arbitraries.of("\ud83d", "\ude00", "😀", "\u0000", "\u0085", "\t", "\r\n", "e\u0301", FAMILY, "\uffff", "🇩🇪", "\u007f");
        return Arbitraries.oneOf(nasty, Arbitraries.chars().all().map(String::valueOf)).list().ofMaxSize(12).map(l -> String.join("", l));
    }

    @Property
    void whatIsKeptCanBeWrittenAndReadAgain(@ForAll("anything") String raw) {
        var text = AllowedText.text(raw);
        assertEquals(text, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertTrue(text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r'));
        assertSame(text, AllowedText.text(text));
        var name = AllowedText.name(raw);
        assertEquals(name, AllowedText.name(name));
        assertTrue(name.chars().noneMatch(Character::isISOControl));
    }

    @Property
    void noCutGoesThroughACharacter(@ForAll("anything") String raw, @ForAll int where) {
        var text = AllowedText.text(raw);
        int at = Math.floorMod(where, text.length() + 1);
        int cut = AllowedText.boundary(text, at);
        assertTrue(cut <= at);
        assertEquals(text.substring(0, cut), AllowedText.text(text.substring(0, cut)));
        assertEquals(cut, AllowedText.boundary(text, cut));
        assertTrue(AllowedText.shortened(text, 5).length() <= 5);
        assertEquals(AllowedText.shortened(text, 5), AllowedText.text(AllowedText.shortened(text, 5)));
    }

    @Test
    void whatAReaderSeesAsOneStaysOne() {
        assertEquals(1, AllowedText.boundary("a😀b", 2));
        assertEquals(3, AllowedText.boundary("a😀b", 3));
        assertEquals(0, AllowedText.boundary("e\u0301", 1));
        assertEquals(1, AllowedText.boundary("x" + FAMILY, 5));
        assertEquals(0, AllowedText.boundary("🇩🇪", 2));
        assertEquals("ab", AllowedText.name(" a\u0007b "));
        assertEquals("a b", AllowedText.name("a\u0085b"));
        assertEquals("Zoë", AllowedText.text("Zoë"));
    }

    @Test
    void controlCharactersInAScriptNeverReachTheConversation() {
        var read = Scripts.read("x", "An\u0007n: Hel\u0000lo.\nAnn: There\u0085now \ud83d.\n", Optional.of(ScriptFormat.PARLEY));
        assertEquals(1, read.speakers().size());
        assertEquals("Hello.", read.lines().getFirst().text());
        assertEquals("There now \ufffd.", read.lines().getLast().text());
    }
}
