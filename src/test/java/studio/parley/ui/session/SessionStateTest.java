package studio.parley.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Delivery;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.model.Selection;
import studio.parley.studio.document.staleness.RenderNeeds;
import studio.parley.studio.document.staleness.StalenessTracker;
import studio.parley.studio.export.Arrangement;

class SessionStateTest {
    @Property(tries = 60)
    void afterAnEditAllIsThatOfTheResult(@ForAll long seed) {
        var r = new Random(seed);
        var state = SessionState.of(Documents.random(r), Selection.NONE);
        var tracker = new StalenessTracker();
        for (int i = 0; i < 25; i++) {
            var before = state.document();
            var edit = before.lines().isEmpty() || r.nextBoolean() ? Documents.edit(r, before)
                    : LineEdits.type(before.lines().get(r.nextInt(before.lines().size())).id(), "Other words " + i);
            var now = edit.change().apply(before);
            state = state.after(now, Selection.NONE, tracker.update(now, Delivery.STANDARD, "m"));
            assertEquals(Arrangement.of(now, ProjectSession.RATE), state.arrangement());
            assertEquals(RenderNeeds.of(now, state.staleness()), state.needs());
        }
    }

    @Test
    void nothingIsLaidOutAnewWhenNothingIsOther() {
        var state = SessionState.of(Documents.lighthouse(), Selection.NONE);
        var after = state.after(state.document(), Selection.of("L1"), state.staleness());
        assertSame(state.arrangement(), after.arrangement());
        assertSame(state.sound(), after.sound());
        assertSame(state.needs(), after.needs());
    }
}
