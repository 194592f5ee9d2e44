package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.studio.document.model.Document;

class ExpectedTimelineTest {
    private static Document document(boolean... takes) {
        var lines = new java.util.ArrayList<Line>();
        for (int i = 0; i < takes.length; i++) {
            var line = Line.of("L" + i, 0, "Did you see that light?");
            lines.add(takes[i] ? line.with(new Take("T1", "ab".repeat(32), new TakeRecipe("", 1, 0.9, 50, 0, List.of()), 48000, 24000, List.of())) : line);
        }
        return Document.of(new Conversation("", List.of(Speaker.named(0, "Ann")), lines, Delivery.INHERITED));
    }

    private static ExpectedTimeline expected(Document document) {
        return ExpectedTimeline.of(document, Arrangement.of(document, 1000));
    }

    @Test
    void beforeAnythingIsRenderedEveryLineHasItsPlace() {
        var expected = expected(document(false, false, false));
        assertEquals(List.of(1, 2, 3), expected.places().stream().map(ExpectedTimeline.Place::number).toList());
        assertFalse(expected.isKnown());
        for (int i = 1; i < 3; i++) assertTrue(expected.places().get(i).start() >= expected.places().get(i - 1).end());
        assertEquals(expected.places().getLast().end(), expected.length());
        assertTrue(expected.length() > 3 * 1500 && expected.length() < 3 * 3500, "" + expected.length());
    }

    @Test
    void whatSoundsKeepsItsPlaceAndLinesBetweenGetNone() {
        var document = document(true, false, true, false);
        var expected = expected(document);
        assertEquals(List.of(4), expected.places().stream().map(ExpectedTimeline.Place::number).toList());
        assertTrue(expected.places().getFirst().start() >= Arrangement.of(document, 1000).length());
        assertTrue(expected.length() > expected.places().getFirst().end(), "the line between counts for the total");
        var whole = expected(document(true, true));
        assertTrue(whole.isKnown() && whole.places().isEmpty());
        assertEquals(Arrangement.of(document(true, true), 1000).length(), whole.length());
    }
}
