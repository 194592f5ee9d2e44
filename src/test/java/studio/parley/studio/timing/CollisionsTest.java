package studio.parley.studio.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.timing.Collisions.Collision;

class CollisionsTest {
    @Test
    void onlyOneSpeakersClipsCollide() {
        // Ann 0-1000, Ben 700-1700 over her, Ann again from 800, as interruptions of interruptions are.
        var d = Clips.document(List.of(Clips.line("L1", 0, "One two", 1000, 0, TimingRelation.NEXT),
                Clips.line("L2", 1, "One two", 1000, 0, new TimingRelation.Overlap(300)),
                Clips.line("L3", 0, "One two", 1000, 0, new TimingRelation.Overlap(900))));
        assertEquals(List.of(new Collision("L3", "L1", 0, 800, 1000)), Collisions.of(LineTimes.of(d)));
        var mended = Collisions.apart(List.of("L3")).change().apply(d);
        assertEquals(List.of(), Collisions.of(LineTimes.of(mended)));
        assertEquals(new TimingRelation.Overlap(700), mended.line("L3").orElseThrow().relation(), "still over Ben, just behind herself");
        assertEquals(d, Collisions.apart(List.of("L1", "L2")).change().apply(d));
    }

    @Test
    void clipsThatTouchDoNotCollide() {
        var d = Clips.document(List.of(Clips.line("L1", 0, "One", 500, 0, TimingRelation.NEXT), Clips.line("L2", 0, "Two", 500, 0, new TimingRelation.After(0))));
        assertEquals(List.of(), Collisions.of(LineTimes.of(d)));
    }

    @Property(tries = 300)
    void allCanBeMovedApart(@ForAll long seed) {
        var d = Clips.random(new Random(seed));
        var all = d.lines().stream().map(Line::id).toList();
        var mended = Collisions.apart(all).change().apply(d);
        assertEquals(List.of(), Collisions.of(LineTimes.of(mended)));
        if (Collisions.of(LineTimes.of(d)).isEmpty()) assertEquals(d, mended);
    }

    /** As the commands do: only those that collide are named, and what moves along stops behind what is pinned. */
    @Property(tries = 500)
    void thoseThatCollideAreMovedApartAndNoOthersIntoEachOther(@ForAll long seed) {
        var d = Clips.random(new Random(seed));
        var all = Collisions.of(LineTimes.of(d));
        var mended = Collisions.apart(all.stream().map(Collision::line).toList()).change().apply(d);
        assertEquals(List.of(), Collisions.of(LineTimes.of(mended)));
        if (all.isEmpty()) return;
        var one = all.getLast();
        var left = Collisions.lengths(LineTimes.of(Collisions.apart(List.of(one.line())).change().apply(d)));
        var before = Collisions.lengths(LineTimes.of(d));
        left.keySet().forEach(pair -> assertTrue(before.containsKey(pair) && !pair.contains(one.line()) || before.getOrDefault(pair, 0L) > 0, pair + ""));
    }

    @Test
    void aLineThatMovesAlongStopsBehindAPinnedOne() {
        // Ann 0-1000, 500-1500 and 1500-2000; from 2000 on stands a pinned line of hers, the first in the script.
        var d = Clips.document(List.of(Clips.line("L0", 0, "One", 1000, 0, new TimingRelation.PinnedAt(2000)),
                Clips.line("L1", 0, "One", 1000, 0, new TimingRelation.PinnedAt(0)), Clips.line("L2", 0, "Two", 1000, 0, new TimingRelation.Overlap(500)),
                Clips.line("L3", 0, "Three", 500, 0, new TimingRelation.Overlap(0))));
        assertEquals(List.of("L2"), Collisions.of(LineTimes.of(d)).stream().map(Collision::line).toList());
        var mended = LineTimes.of(Collisions.apart(List.of("L2")).change().apply(d));
        assertEquals(List.of(), Collisions.of(mended));
        assertEquals(1000, mended.of("L2").orElseThrow().start());
        assertEquals(3000, mended.of("L3").orElseThrow().start());
    }
}
