package studio.parley.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studio.parley.problem.Problem;

class QuantitiesTest {
    @Test
    void timesAsPeopleTypeThem() {
        assertEquals(150, Quantities.millis("150"));
        assertEquals(-300, Quantities.millis("\u2212300 ms"));
        assertEquals(-300, Quantities.millis(" - 300ms"));
        assertEquals(1500, Quantities.millis("1,5 s"));
        assertEquals(62_500, Quantities.millis("1:02.5"));
        assertEquals(90_000, Quantities.millis("+1.5 min"));
        for (var bad : new String[] {"", "soon", "3 h", "1:2:3", "--3", "999999999 min", "NaN"}) assertThrows(Problem.class, () ->
                Quantities.millis(bad), bad);
    }

    @Test
    void levelsAsPeopleTypeThem() {
        assertEquals(-3, Quantities.decibels("\u22123 dB"));
        assertEquals(1.5, Quantities.decibels("+1.5"));
        assertThrows(Problem.class, () -> Quantities.decibels("3 ms"));
    }

    @Test
    void speedsAndLengthsAsPeopleTypeThem() {
        for (var text : new String[] {"1.25", "1,25", "1.25×", "1.25 x", "125 %", "125%"}) assertEquals(1.25, Quantities.speed(text));
        for (var bad : new String[] {"", "0.49", "2.01", "0", "-1", "fast", "300 %", "1.2.3", "NaN"}) assertThrows(Problem.class, () -> Quantities.speed(bad), bad);
        assertEquals(3200, Quantities.seconds("3.2"));
        assertEquals(3200, Quantities.seconds("3,2 s"));
        assertEquals(3200, Quantities.seconds("3200 ms"));
        assertEquals("3.2 s", Quantities.seconds(3200));
        assertEquals(3000, Quantities.seconds(Quantities.seconds(3000)));
        assertThrows(Problem.class, () -> Quantities.seconds("long"));
    }

    @Property(tries = 200)
    void whatIsShownCanBeTyped(@ForAll @IntRange(min = -9999, max = 9999) int millis, @ForAll @DoubleRange(min = -60, max = 24) double db) {
        assertEquals(millis, Quantities.millis(millis + " ms"));
        double tenth = Math.round(db * 10) / 10.0;
        assertEquals(tenth, Quantities.decibels(DecibelField.text(tenth) + " dB"), 1e-9);
    }

    @Property(tries = 500)
    void anythingElseIsAProblemThatQuotesIt(@ForAll String text) {
        try {
            assertTrue(Math.abs(Quantities.millis(text)) <= 1_800_000_000);
        } catch (Problem p) {
            assertTrue(String.valueOf(p.getMessage()).length() > 20);
        }
    }
}
