package studio.parley.studio.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.model.Document;

class ClipTrimsTest {
    private static List<Long> starts(Document d) {
        return LineTimes.of(d).spans().stream().map(LineTimes.Span::start).toList();
    }

    @Property(tries = 300)
    void anEdgeMovesAndNothingElse(@ForAll long seed) {
        var r = new Random(seed);
        var d = Clips.random(r);
        var before = LineTimes.of(d);
        var span = before.spans().get(r.nextInt(before.spans().size()));
        if (!span.isHeard()) return;
        long at = span.start() + r.nextInt(4000) - 1000;
        boolean left = r.nextBoolean();
        var reach = ClipTrims.reach(d, span);
        var after = LineTimes.of((left ? ClipTrims.start(span.line(), at) : ClipTrims.end(span.line(), at, Ripple.OFF)).change().apply(d));
        for (var s : before.spans()) {
            var now = after.of(s.line()).orElseThrow();
            if (!s.isHeard()) continue;
            if (!s.line().equals(span.line())) assertEquals(s, now);
            else if (left) assertEquals(s.end(), now.end());
            else assertEquals(s.start(), now.start());
        }
        var now = after.of(span.line()).orElseThrow();
        assertTrue(now.start() >= reach.start() && now.end() <= reach.end() && now.length() >= Math.min(span.length(), ClipTrims.SHORTEST));
        if (left && at >= reach.start() && at <= span.end() - ClipTrims.SHORTEST) assertEquals(at, now.start());
        if (!left && at <= reach.end() && at >= span.start() + ClipTrims.SHORTEST) assertEquals(at, now.end());
    }

    @Test
    void aTrimmedEndRipples() {
        var d = Clips.of(1000, 1000, 1000);
        assertEquals(List.of(0L, 900L, 2100L), starts(ClipTrims.end("L1", 700, Ripple.ALL).change().apply(d)));
        assertEquals(List.of(0L, 1200L, 2100L), starts(ClipTrims.end("L1", 700, Ripple.TRACK).change().apply(d)));
        assertEquals(List.of(0L, 1200L, 2400L), starts(ClipTrims.end("L1", 700, Ripple.OFF).change().apply(d)));
    }

    @Test
    void deletingLeavesAGapOrClosesIt() {
        var d = Clips.of(1000, 1000, 1000, 1000);
        assertEquals(List.of(0L, 2400L, 3600L), starts(ClipDeletes.delete(Set.of("L2"), Ripple.OFF).change().apply(d)));
        assertEquals(List.of(0L, 1200L, 2400L), starts(ClipDeletes.delete(Set.of("L2"), Ripple.ALL).change().apply(d)));
        assertEquals(List.of(0L, 2400L, 2600L), starts(ClipDeletes.delete(Set.of("L2"), Ripple.TRACK).change().apply(d)));
        var over = LineEdits.relation("L3", TimingRelation.INTERRUPTS).change().apply(d);
        var closed = ClipDeletes.delete(Set.of("L2"), Ripple.ALL).change().apply(over);
        assertEquals(TimingRelation.NEXT, closed.line("L3").orElseThrow().relation());
    }

    @Property(tries = 200)
    void whatIsLeftAfterDeletingStays(@ForAll long seed) {
        var r = new Random(seed);
        var d = Clips.random(r);
        var gone = "L" + r.nextInt(d.lines().size());
        var after = LineTimes.of(ClipDeletes.delete(Set.of(gone), Ripple.OFF).change().apply(d));
        for (var s : LineTimes.of(d).spans()) if (s.isHeard() && !s.line().equals(gone)) assertEquals(s.start(), after.of(s.line()).orElseThrow().start());
    }
}
