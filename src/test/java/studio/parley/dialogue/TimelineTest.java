package studio.parley.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.script.Scripts;
import studio.parley.dialogue.script.parse.ScriptFormat;

class TimelineTest {
    private static Timeline lay(String script, long... lengths) {
        var c = Scripts.read("x", script, Optional.of(ScriptFormat.PARLEY));
        return Timeline.of(c, 1000, l -> lengths[Integer.parseInt(l.id().substring(1)) - 1]);
    }

    private static List<Long> starts(Timeline t) {
        return t.placed().stream().map(Timeline.Placed::start).toList();
    }

    @Test
    void relations() {
        var t = lay("A: x\nB: x\nA ^: x\nB ^=: x\nA +0.05: x\nB @9: x\nA: [pause 0.5] x\n", 1000, 1000, 400, 100, 100, 100, 100);
        assertEquals(List.of(0L, 1200L, 1900L, 1900L, 2350L, 9000L, 9800L), starts(t));
        assertEquals(9900, t.length());
        assertEquals(1, t.ducks().size());
        assertEquals(1900, t.ducks().getFirst().from());
        assertEquals(2200, t.ducks().getFirst().to());
    }

    @Test
    void overlapNeverStartsBeforeTheLineItInterrupts() {
        assertEquals(List.of(0L, 0L), starts(lay("A: x\nB ^5: x\n", 100, 50)));
        assertEquals(List.of(500L), starts(lay("A ^5: [pause 0.5] x\n", 100)));
    }

    @Property
    void linesAfterOneAnotherNeverTouch(@ForAll @Size(min = 1, max = 9) List<@IntRange(max = 5000) Integer> lengths) {
        var t = lay("A: x\n".repeat(lengths.size()), lengths.stream().mapToLong(i -> i).toArray());
        for (int i = 1; i < lengths.size(); i++) assertEquals(t.placed().get(i - 1).end() + 200, t.placed().get(i).start());
        assertTrue(t.ducks().isEmpty());
        assertEquals(lengths.stream().mapToLong(i -> i).sum() + 200L * (lengths.size() - 1), t.length());
    }

    private static List<String> ducks(Timeline t) {
        return t.ducks().stream().map(d -> d.line().id() + " " + d.from() + ".." + d.to()).toList();
    }

    /** Only who is interrupted gets quieter: not those who speak together, nor under a line that is pinned there by hand. */
    @Test
    void onlyInterruptionsDuck() {
        assertEquals(List.of("L1 700..1000"), ducks(lay("A: x\nB ^: x\n", 1000, 500)));
        assertEquals(List.of(), ducks(lay("A: x\nB ^=: x\n", 1000, 500)));
        assertEquals(List.of(), ducks(lay("A: x\nB @0.4: x\n", 1000, 500)));
        assertEquals(List.of(), ducks(lay("A: x\nB +0: x\n", 1000, 500)));
        assertEquals(List.of(), ducks(lay("A: x\nB ^0: x\n", 1000, 500)));
    }

    /** Quieter from the first word over it to the last, or to its own end. */
    @Test
    void aDuckLastsAsLongAsBothSpeak() {
        assertEquals(List.of("L1 700..800"), ducks(lay("A: x\nB ^: x\n", 1000, 100)));
        assertEquals(List.of("L1 0..500"), ducks(lay("A: x\nB ^5: x\n", 1000, 500)));
        assertEquals(List.of("L1 700..900"), ducks(lay("A: x\nB ^: x\nB ^0: x\n", 1000, 100, 100)));
        assertEquals(List.of("L1 700..1000", "L2 900..1200"), ducks(lay("A: x\nB ^: x\nA ^: x\n", 1000, 500, 500)));
    }
}
