package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.edit.LineEdits;

class ArrangementTest {
    private static final int RATE = 24000;

    @Property(tries = 60)
    void afterAnEditItIsThatOfTheResult(@ForAll long seed) {
        var r = new Random(seed);
        var before = Documents.random(r);
        var arrangement = Arrangement.of(before, RATE);
        for (int i = 0; i < 25; i++) {
            var edit = before.lines().isEmpty() || r.nextBoolean() ? Documents.edit(r, before)
                    : LineEdits.type(before.lines().get(r.nextInt(before.lines().size())).id(), "Other words " + i);
            var now = edit.change().apply(before);
            arrangement = arrangement.after(before, now);
            assertEquals(Arrangement.of(now, RATE), arrangement);
            before = now;
        }
    }

    @Test
    void nothingIsLaidOutAnewWhenNothingIsOther() {
        var document = Documents.lighthouse();
        var arrangement = Arrangement.of(document, RATE);
        assertSame(arrangement, arrangement.after(document, document));
    }
}
