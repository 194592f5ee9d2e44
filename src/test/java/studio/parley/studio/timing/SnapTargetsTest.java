package studio.parley.studio.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.MarkerEdits;
import studio.parley.studio.timing.SnapTargets.Kind;
import studio.parley.studio.timing.SnapTargets.Snapped;
import studio.parley.studio.timing.SnapTargets.Target;

class SnapTargetsTest {
    @Test
    void theNearestTellingMomentWins() {
        // L1 0-1000, L2 1200-2000, L3 2200-3200
        Edit mark = MarkerEdits.add("M1", 2500, "here");
        var d = mark.change().apply(Clips.of(1000, 800, 1000));
        var snapping = SnapTargets.of(d, OptionalLong.of(1230), List.of("L2"), true);
        assertEquals(Optional.of(new Target(1230, Kind.PLAYHEAD)), snapping.near(1205, 30));
        assertEquals(Optional.of(new Target(1000, Kind.CLIP_END)), snapping.near(1010, 30));
        assertEquals(Optional.of(new Target(2500, Kind.MARKER)), snapping.near(2480, 30));
        assertEquals(Optional.of(new Target(2200, Kind.CLIP_START)), snapping.near(2225, 30));
        assertEquals(Optional.of(new Target(3000, Kind.SECOND)), snapping.near(3020, 30));
        assertEquals(Optional.of(new Target(0, Kind.CLIP_START)), snapping.near(-20, 30));
        assertEquals(Optional.empty(), snapping.near(1500, 30));
        assertEquals(new Snapped(1400, Optional.of(new Target(2200, Kind.CLIP_START))), snapping.clip(1390, 800, 30));
        assertEquals(new Snapped(1000, Optional.of(new Target(1000, Kind.CLIP_END))), snapping.clip(1020, 800, 30));
        assertEquals(new Snapped(0, Optional.empty()), SnapTargets.of(d, OptionalLong.empty(), List.of("L1"), false).clip(-500, 1000, 30));
        assertEquals(Optional.of(new Target(0, Kind.ZERO)), SnapTargets.of(Clips.of(), OptionalLong.empty(), List.of(), false).near(5, 10));
    }

    @Test
    void edgesAndRangesAreFound() {
        var times = LineTimes.of(Clips.of(1000, 800, 1000));
        assertEquals(OptionalLong.of(1000), times.edgeAfter(0));
        assertEquals(OptionalLong.of(1200), times.edgeAfter(1000));
        assertEquals(OptionalLong.of(2000), times.edgeBefore(2200));
        assertEquals(OptionalLong.empty(), times.edgeBefore(0));
        assertEquals(List.of("L1", "L2"), times.within(900, 1300, false));
        assertEquals(List.of("L2"), times.within(900, 2100, true));
    }

    @Test
    void markersAreEdited() {
        var d = MarkerEdits.add("M1", 2500, " a\nb ").change().apply(Clips.of(1000));
        assertEquals("M2", MarkerEdits.freshId(d));
        d = MarkerEdits.move("M1", -5).change().apply(MarkerEdits.rename("M1", "c").change().apply(d));
        assertEquals(0, d.markers().getFirst().millis());
        assertEquals("c", d.markers().getFirst().label());
        assertEquals(List.of(), MarkerEdits.remove(List.of("M1", "M9")).change().apply(d).markers());
    }
}
