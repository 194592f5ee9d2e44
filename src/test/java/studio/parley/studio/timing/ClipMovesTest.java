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
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.model.Document;

class ClipMovesTest {
    private static TimingRelation relation(Document d, String id) {
        return d.line(id).orElseThrow().relation();
    }

    private static long start(Document d, String id) {
        return LineTimes.of(d).of(id).orElseThrow().start();
    }

    @Test
    void whereAClipIsDroppedBecomesItsRelation() {
        // L1 0-1000, L2 1200-2200, L3 2400-3400
        var d = Clips.of(1000, 1000, 1000);
        assertEquals(new TimingRelation.After(380), relation(TestEdits.move("L2", 1380, Ripple.ALL).change().apply(d), "L2"));
        assertEquals(new TimingRelation.Overlap(300), relation(TestEdits.move("L2", 700, Ripple.ALL).change().apply(d), "L2"));
        assertEquals(new TimingRelation.Together(), relation(TestEdits.move("L2", 0, Ripple.ALL).change().apply(d), "L2"));
        assertEquals(new TimingRelation.PinnedAt(1100), relation(TestEdits.move("L3", 1100, Ripple.ALL).change().apply(d), "L3"));
        var pinned = ClipMoves.pin(List.of("L3")).change().apply(d);
        assertEquals(new TimingRelation.PinnedAt(2400), relation(pinned, "L3"));
        assertEquals(new TimingRelation.PinnedAt(5000), relation(TestEdits.move("L3", 5000, Ripple.ALL).change().apply(pinned), "L3"));
        assertEquals(d, ClipMoves.unpin(List.of("L3")).change().apply(pinned));
        assertEquals(0, start(TestEdits.move("L1", -500, Ripple.OFF).change().apply(d), "L1"));
        assertEquals(700, start(TestEdits.move("L1", 700, Ripple.OFF).change().apply(d), "L1"));
    }

    @Test
    void rippleDecidesWhoMovesAlong() {
        var d = Clips.of(1000, 1000, 1000, 1000);
        var all = TestEdits.move("L2", 1500, Ripple.ALL).change().apply(d);
        assertEquals(List.of(0L, 1500L, 2700L, 3900L), LineTimes.of(all).spans().stream().map(LineTimes.Span::start).toList());
        var off = TestEdits.move("L2", 1500, Ripple.OFF).change().apply(d);
        assertEquals(List.of(0L, 1500L, 2400L, 3600L), LineTimes.of(off).spans().stream().map(LineTimes.Span::start).toList());
        assertEquals(new TimingRelation.Overlap(100), relation(off, "L3"));
        assertEquals(TimingRelation.NEXT, relation(off, "L4"));
        var track = TestEdits.move("L2", 1500, Ripple.TRACK).change().apply(d);
        assertEquals(List.of(0L, 1500L, 2400L, 3900L), LineTimes.of(track).spans().stream().map(LineTimes.Span::start).toList());
    }

    @Test
    void draggedToAnotherTrackTheOtherSpeaks() {
        var d = Clips.of(1000, 1000, 1000);
        var moved = ClipMoves.onto(List.of("L2"), 100, 2, Ripple.OFF).change().apply(d);
        assertEquals(2, moved.line("L2").orElseThrow().speaker());
        assertEquals(1300, start(moved, "L2"));
        assertEquals(2400, start(moved, "L3"));
        assertEquals(d, ClipMoves.onto(List.of("L2"), 100, 77, Ripple.OFF).change().apply(d));
    }

    @Property(tries = 400)
    void withoutRippleOnlyTheDraggedMove(@ForAll long seed) {
        var r = new Random(seed);
        var d = Clips.random(r);
        var dragged = Set.copyOf(List.of("L" + r.nextInt(d.lines().size()), "L" + r.nextInt(d.lines().size())));
        long by = r.nextInt(6000) - 3000;
        var before = LineTimes.of(d);
        long least = dragged.stream().mapToLong(id -> start(d, id)).min().orElseThrow();
        var after = LineTimes.of(ClipMoves.by(dragged, by, Ripple.OFF).change().apply(d));
        for (var span : before.spans()) {
            var now = after.of(span.line()).orElseThrow();
            assertEquals(span.length(), now.length());
            long wanted = dragged.contains(span.line()) ? span.start() + Math.max(by, -least) : span.start();
            if (span.isHeard()) assertEquals(wanted, now.start(), span.line());
        }
    }

    @Property(tries = 400)
    void withFullRippleAllOthersKeepTheirRelations(@ForAll long seed) {
        var r = new Random(seed);
        var d = Clips.random(r);
        var dragged = "L" + r.nextInt(d.lines().size());
        long to = r.nextInt(6000);
        var after = TestEdits.move(dragged, to, Ripple.ALL).change().apply(d);
        for (var line : d.lines()) if (!line.id().equals(dragged)) assertEquals(line, after.line(line.id()).orElseThrow());
        if (!d.line(dragged).orElseThrow().takes().isEmpty()) assertEquals(to, start(after, dragged));
    }

    @Property(tries = 400)
    void rippleOfATrackMovesItsLaterClipsOnly(@ForAll long seed) {
        var r = new Random(seed);
        var d = Clips.random(r);
        var id = "L" + r.nextInt(d.lines().size());
        var dragged = LineTimes.of(d).of(id).orElseThrow();
        long by = Math.max(-dragged.start(), r.nextInt(3000) - 1500);
        var after = LineTimes.of(ClipMoves.by(List.of(id), by, Ripple.TRACK).change().apply(d));
        for (var span : LineTimes.of(d).spans()) {
            if (!span.isHeard()) continue;
            boolean pinned = relation(d, span.line()) instanceof TimingRelation.PinnedAt;
            boolean along = span.line().equals(id) || span.speaker() == dragged.speaker() && span.start() >= dragged.start() && !pinned;
            assertEquals(Math.max(0, along ? span.start() + by : span.start()), after.of(span.line()).orElseThrow().start());
        }
    }

    @Property(tries = 200)
    void backAndForthIsNothing(@ForAll long seed) {
        var r = new Random(seed);
        var d = Clips.random(r);
        var id = "L" + r.nextInt(d.lines().size());
        long by = r.nextInt(1500);
        var there = ClipMoves.nudge(List.of(id), by, Ripple.OFF).change().apply(d);
        var back = ClipMoves.nudge(List.of(id), -by, Ripple.OFF).change().apply(there);
        for (var span : LineTimes.of(d).spans()) if (span.isHeard()) assertEquals(span, LineTimes.of(back).of(span.line()).orElseThrow());
        assertTrue(ClipMoves.nudge(List.of(id), 1, Ripple.OFF).joins().isPresent());
    }
}
