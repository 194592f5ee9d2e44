package studio.parley.ui.timeline.gesture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GainDragTest {
    @Test
    void aPixelIsAQuarterOfADecibelAndLessWithShift() {
        var drag = new GainDrag(1, 100);
        assertEquals(4, drag.to(88, false), 1e-9);
        assertEquals(4.5, drag.to(78, true), 1e-9, "finer from here on, without a jump");
        assertEquals(2, drag.to(88, false), 1e-9);
        assertEquals(0, drag.to(95, false), 1e-9, "it stays at 0 close to it");
        assertEquals(0.3, drag.to(95, true), 1e-9);
        assertEquals(24, drag.to(-1000, false), 1e-9);
    }
}
