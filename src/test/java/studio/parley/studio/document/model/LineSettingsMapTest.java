package studio.parley.studio.document.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Conversation;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.staleness.StalenessTrackerTest;

class LineSettingsMapTest {
    /** A document that was edited is the one that would be made from its parts: no decoration outlives its line or take. */
    @Property(tries = 60)
    void editedIsAsMadeFromItsParts(@ForAll long seed) {
        var r = new Random(seed);
        var d = Documents.random(r);
        for (int i = 0; i < 25; i++) {
            d = Documents.edit(r, d).change().apply(d);
            var c = d.conversation();
            var again = new Document(new Conversation(c.title(), c.speakers(), List.copyOf(c.lines()), c.delivery()), new HashMap<>(d.decorations()),
                    d.tracks(), d.markers(), d.pronunciations(), d.settings(), d.extras());
            assertEquals(again, d);
            assertEquals(again.hashCode(), d.hashCode());
            for (var line : d.lines()) assertSame(line, d.lines().get(d.indexOf(line.id())));
        }
    }

    @Test
    void wordsLeaveThemAsTheyAre() {
        var d = StalenessTrackerTest.rendered(3);
        var line = d.lines().getFirst();
        assertSame(d.decorations(), LineEdits.type(line.id(), "Other words").change().apply(d).decorations());
        var without = LineEdits.remove(List.of(line.id())).change().apply(d);
        assertEquals(-1, without.indexOf(line.id()));
        assertEquals(LineSettings.NONE, without.decoration(line.id()));
    }
}
