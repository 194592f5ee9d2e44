package studio.parley.ui.timeline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import studio.parley.ui.timeline.paint.RulerPainter;

class ViewportTest {
    private static Viewport viewport() {
        var v = new Viewport();
        v.size(1000, 200);
        v.content(600, 180);
        return v;
    }

    @Property(tries = 200)
    void zoomingKeepsWhatIsUnderThePointer(@ForAll @DoubleRange(min = 100, max = 500) double at, @ForAll @DoubleRange(min = 0,
            max = 1000) double x,
                                           @ForAll @DoubleRange(min = 1, max = 8) double factor) {
        var v = viewport();
        v.show(at, at + 5);
        double second = v.seconds(x);
        v.zoom(factor, x);
        assertEquals(second, v.seconds(x), 1e-6);
        assertEquals(x, v.x(v.seconds(x)), 1e-6);
    }

    @Test
    void fromMinutesAPixelToSinglesSamples() {
        var v = viewport();
        for (int i = 0; i < 100; i++) v.zoom(3, 500);
        assertTrue(v.scale() >= 48000, "a sample is wider than a pixel");
        for (int i = 0; i < 100; i++) v.zoom(1 / 3.0, 500);
        assertTrue(1 / v.scale() >= 180, "a pixel is several minutes");
        assertEquals(v.first(), v.left());
    }

    @Test
    void revealScrollsAsLittleAsNeeded() {
        var v = viewport();
        v.show(0, 10);
        double left = v.left();
        v.reveal(2, 3);
        assertEquals(left, v.left());
        v.reveal(12, 13);
        assertTrue(v.right() >= 13 && v.right() < 14);
        v.reveal(4, 90);
        assertTrue(v.left() <= 4 && v.left() > 3);
    }

    @Test
    void thePageTurnsWhenThePlayheadLeavesIt() {
        assertTrue(FollowMode.PAGE.left(5, 5.1, 0, 10).isEmpty());
        assertEquals(9.3, FollowMode.PAGE.left(9.8, 9.9, 0, 10).orElseThrow(), 1e-9);
        assertTrue(FollowMode.PAGE.left(19.8, 19.9, 0, 10).isEmpty(), "who scrolled away stays there");
        assertEquals(1.4, FollowMode.PAGE.left(30, 2, 20, 30).orElseThrow(), 1e-9, "a loop jumps back");
        assertEquals(0, FollowMode.SMOOTH.left(4.9, 5, 3, 13).orElseThrow(), 1e-9);
        assertTrue(FollowMode.OFF.left(9.8, 9.9, 0, 10).isEmpty());
    }

    @Test
    void timesOnTheRulerAreAsShortAsTheStepAllows() {
        assertEquals("0:04", RulerPainter.text(4, 1));
        assertEquals("1:02:03", RulerPainter.text(3723, 60));
        assertEquals("0:04.25", RulerPainter.text(4.25, 0.05));
        assertEquals("0:59.9995", RulerPainter.text(59.9995, 0.0005));
        assertEquals("1:00.0", RulerPainter.text(59.99, 0.1));
    }
}
