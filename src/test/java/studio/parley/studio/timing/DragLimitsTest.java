package studio.parley.studio.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.timing.DragLimits.Obstacle;

class DragLimitsTest {
    /** Ann 0-1000, Ben 1200-2200, Ann 2400-3400, Ben 3600-4600. */
    private final Document d = Clips.of(1000, 1000, 1000, 1000);

    private static DragLimits.Limited by(Document d, String line, long distance, Ripple ripple, boolean pin) {
        return new DragLimits(d, List.of(line)).by(distance, OptionalInt.empty(), ripple, pin);
    }

    private static TimingRelation relation(Document d, DragLimits.Limited limited, String line) {
        return limited.edit().change().apply(d).line(line).orElseThrow().relation();
    }

    @Test
    void backOverAnotherIsAnOverlapAndLaterAPause() {
        var back = by(d, "L3", -600, Ripple.ALL, false);
        assertEquals(Optional.empty(), back.obstacle());
        assertEquals(new TimingRelation.Overlap(400), relation(d, back, "L3"));
        assertEquals(new TimingRelation.After(700), relation(d, by(d, "L3", 500, Ripple.ALL, false), "L3"));
    }

    @Test
    void nobodyIsPinnedWhoWasNotAskedFor() {
        var far = by(d, "L3", -1300, Ripple.ALL, false);
        assertEquals(Optional.of(new Obstacle.Pin()), far.obstacle());
        assertEquals(-1200, far.at());
        assertEquals(new TimingRelation.Together(), relation(d, far, "L3"));
        var pinned = by(d, "L3", -1300, Ripple.ALL, true);
        assertEquals(new TimingRelation.PinnedAt(1100), relation(d, pinned, "L3"));
        assertEquals(new TimingRelation.PinnedAt(2600), relation(d, by(d, "L3", 200, Ripple.ALL, true), "L3"), "asked for, also where none is needed");
        var was = ClipMoves.pin(List.of("L3")).change().apply(d);
        assertEquals(new TimingRelation.PinnedAt(1100), relation(was, by(was, "L3", -1300, Ripple.ALL, false), "L3"), "it stays pinned");
    }

    @Test
    void aSpeakersClipsStopAtEachOtherOrJumpPast() {
        var near = by(d, "L2", 1500, Ripple.OFF, false);
        assertEquals(Optional.of(new Obstacle.Speaks("L4")), near.obstacle());
        assertEquals(1400, near.at(), "ends where the other begins");
        var past = by(d, "L2", 2900, Ripple.OFF, false);
        assertEquals(3400, past.at(), "begins where the other ends");
        var pin = by(d, "L3", -1900, Ripple.ALL, true);
        assertEquals(Optional.of(new Obstacle.Speaks("L1")), pin.obstacle());
        assertEquals(-1400, pin.at());
    }

    @Test
    void ontoAnotherTrackOnlyWhereThereIsRoom() {
        var limits = new DragLimits(d, List.of("L2"));
        var there = limits.by(0, OptionalInt.of(0), Ripple.OFF, false);
        assertEquals(0, there.edit().change().apply(d).line("L2").orElseThrow().speaker());
        var beside = limits.by(300, OptionalInt.of(0), Ripple.OFF, false);
        assertEquals(200, beside.at());
        assertEquals(0, beside.edit().change().apply(d).line("L2").orElseThrow().speaker());
    }

    @Test
    void anEdgeStopsAtTheSpeakersOtherClip() {
        var two = Clips.document(List.of(Clips.line("L1", 0, "One", 1000, 0, TimingRelation.NEXT), Clips.line("L2", 0, "Two", 1000, 0, new TimingRelation.After(100))));
        var trimmed = two.with("L2", LineSettings.NONE.withTrim(400, 0));
        var limited = new DragLimits(trimmed, List.of("L2")).by(1100, 750, Ripple.ALL, at -> ClipTrims.start("L2", at));
        assertEquals(Optional.of(new Obstacle.Speaks("L1")), limited.obstacle());
        assertEquals(1000, LineTimes.of(limited.edit().change().apply(trimmed)).of("L2").orElseThrow().start());
    }

    @Test
    void whatCollidedAlreadyCanBeDraggedApart() {
        var over = TestEdits.move("L4", 2000, Ripple.OFF).change().apply(d);
        assertFalse(Collisions.of(LineTimes.of(over)).isEmpty());
        assertEquals(50, by(over, "L4", 50, Ripple.ALL, true).at());
        assertTrue(by(over, "L4", -50, Ripple.ALL, true).obstacle().isPresent(), "not farther into each other");
    }

    @Property(tries = 300)
    void noDragMakesACollisionOrAPin(@ForAll long seed) {
        var r = new Random(seed);
        var document = Clips.random(r);
        var dragged = List.of("L" + r.nextInt(document.lines().size()), "L" + r.nextInt(document.lines().size()));
        var onto = r.nextInt(4) == 0 ? OptionalInt.of(r.nextInt(3)) : OptionalInt.empty();
        var ripple = Ripple.values()[r.nextInt(3)];
        long wanted = r.nextInt(8000) - 4000;
        var limited = new DragLimits(document, dragged).by(wanted, onto, ripple, false);
        var after = limited.edit().change().apply(document);
        var before = Collisions.lengths(LineTimes.of(document));
        Collisions.lengths(LineTimes.of(after)).forEach((pair, millis) -> assertTrue(millis <= before.getOrDefault(pair, 0L), pair + " " + millis));
        for (var id : dragged) {
            boolean was = document.line(id).orElseThrow().relation() instanceof TimingRelation.PinnedAt;
            boolean is = after.line(id).orElseThrow().relation() instanceof TimingRelation.PinnedAt;
            assertEquals(was, is);
        }
        if (limited.obstacle().isEmpty()) assertEquals(wanted, limited.at());
    }
}
