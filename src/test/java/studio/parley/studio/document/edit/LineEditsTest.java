package studio.parley.studio.document.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.parley.io.StrictJson;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.edit.FindReplace.Place;
import studio.parley.studio.document.json.DocumentJson;
import studio.parley.studio.document.json.JsonText;
import studio.parley.studio.document.model.Document;

/** Edits that cut and join words leave whole characters, which the disk gives back as they were. */
class LineEditsTest {
    private static final String FAMILY = "👨\u200d👩\u200d👧";

    private static Document of(String text) {
        return TestEdits.text("Type", "L1", text).change().apply(Documents.lighthouse());
    }

    private static String text(Document d, String line) {
        return d.line(line).orElseThrow().text();
    }

    @Test
    void noSplitLosesAnEmoji() {
        for (var text : new String[] {"a😀b", "😀", "x" + FAMILY + "y", "e\u0301a", "🇩🇪🇫🇷"}) {
            for (int at = 0; at <= text.length(); at++) {
                var halves = LineEdits.split("L1", at, "n").change().apply(of(text));
                assertEquals(text, text(halves, "L1") + text(halves, "n"), "at " + at);
                assertEquals(halves, DocumentJson.read(JsonText.parse(StrictJson.pretty(DocumentJson.write(halves)))));
            }
        }
    }

    @Test
    void halfACharacterIsNeitherFoundNorReplaced() {
        var d = of("a😀 e\u0301 " + FAMILY);
        for (var half : new String[] {"\ud83d", "\ude00", "e", "\u0301", "👩", "\u200d"}) {
            for (boolean regex : new boolean[] {false, true}) {
                var find = new FindReplace(half, regex, false, false, Set.of(Place.TEXT));
                assertEquals(0, find.in(d, java.util.Optional.empty()).stream().filter(m -> m.line().equals("L1")).count(), half);
                assertEquals(text(d, "L1"), text(find.replaceAll(Optional.of(Set.of("L1")), "?").change().apply(d), "L1"));
            }
        }
        assertEquals("a! e\u0301 " + FAMILY, text(FindReplace.plain("😀").replaceAll(Optional.of(Set.of("L1")), "!").change().apply(d), "L1"));
        assertEquals("a\ufffd e\u0301 " + FAMILY, text(FindReplace.plain("😀").replaceAll(Optional.of(Set.of("L1")), "\ud83d").change().apply(d), "L1"));
    }

    @Test
    void whatIsPutInWithoutBeingAWordOfAnyScriptIsMended() {
        assertEquals("one two", text(of("one\u0000\ttwo\u0007"), "L1"));
        assertEquals("Light house", ProjectEdits.title("Light\u0085house\u001b").change().apply(of("x")).conversation().title());
    }
}
