package studio.parley.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WindowSegmentsTest {
    private static final SpecialTokens IDS = new SpecialTokens(101, 100, 102, 103, 200, 104, OptionalInt.empty(), Map.of());

    private static WindowSegments of(Integer... tokens) {
        return WindowSegments.of(List.of(tokens), IDS, 30);
    }

    private static int at(double seconds) {
        return 200 + (int) Math.round(seconds / 0.02);
    }

    @Test
    void aSpeechCutOffByTheEndOfTheWindowIsHeardAgain() {
        var cut = of(at(0), 1, 2, at(4), at(4.5), 3, at(9), at(9), 4, 5);
        assertEquals(List.of(new WindowSegments.Cut(0, 4, List.of(1, 2)), new WindowSegments.Cut(4.5, 9, List.of(3))), cut.cuts());
        assertEquals(9, cut.advance(), 1e-9);
        assertFalse(cut.whole());
    }

    @Test
    void aWindowThatEndsAfterASegmentIsDone() {
        var cut = of(at(0), 1, at(4), at(4), 2, at(6));
        assertEquals(2, cut.cuts().size());
        assertEquals(6, cut.cuts().getLast().to(), 1e-9);
        assertEquals(30, cut.advance(), 1e-9);
        assertTrue(cut.whole());
    }

    @Test
    void oneSegmentWithoutPairs() {
        assertEquals(List.of(new WindowSegments.Cut(0, 3, List.of(1, 2))), of(at(0), 1, 2, at(3)).cuts());
        assertEquals(List.of(new WindowSegments.Cut(0, 30, List.of(1, 2))), of(at(0), 1, 2).cuts());
        assertEquals(List.of(), of(at(0)).cuts());
        assertEquals(30, of().advance(), 1e-9);
    }

    @Test
    void aWindowAlwaysGoesOn() {
        assertEquals(30, of(at(0), at(0), 1).advance(), 1e-9);
        assertEquals(List.of(), of(at(2), at(2), at(2)).cuts());
    }
}
