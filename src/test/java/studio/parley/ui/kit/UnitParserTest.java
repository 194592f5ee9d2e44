package studio.parley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.problem.Problem;
import studio.parley.ui.timeline.gesture.DecibelField;

class UnitParserTest {
    @Test
    void timesAsPeopleTypeThem() {
        assertEquals(150, UnitParser.millis("150"));
        assertEquals(-300, UnitParser.millis("\u2212300 ms"));
        assertEquals(-300, UnitParser.millis(" - 300ms"));
        assertEquals(1500, UnitParser.millis("1,5 s"));
        assertEquals(62_500, UnitParser.millis("1:02.5"));
        assertEquals(90_000, UnitParser.millis("+1.5 min"));
        for (var bad : new String[] {"", "soon", "3 h", "1:2:3", "--3", "999999999 min", "NaN"}) assertThrows(Problem.class, () ->
                UnitParser.millis(bad), bad);
    }

    @Test
    void levelsAsPeopleTypeThem() {
        assertEquals(-3, UnitParser.decibels("\u22123 dB"));
        assertEquals(1.5, UnitParser.decibels("+1.5"));
        assertThrows(Problem.class, () -> UnitParser.decibels("3 ms"));
    }

    @Test
    void speedsAndLengthsAsPeopleTypeThem() {
        for (var text : new String[] {"1.25", "1,25", "1.25×", "1.25 x", "125 %", "125%"}) assertEquals(1.25, UnitParser.speed(text));
        for (var bad : new String[] {"", "0.49", "2.01", "0", "-1", "fast", "300 %", "1.2.3", "NaN"}) assertThrows(Problem.class, () -> UnitParser.speed(bad), bad);
        assertEquals(3200, UnitParser.seconds("3.2"));
        assertEquals(3200, UnitParser.seconds("3,2 s"));
        assertEquals(3200, UnitParser.seconds("3200 ms"));
        assertEquals("3.2 s", UnitParser.seconds(3200));
        assertEquals(3000, UnitParser.seconds(UnitParser.seconds(3000)));
        assertThrows(Problem.class, () -> UnitParser.seconds("long"));
    }

    @Test
    void lengthsWithUnitCommaAndPoint() {
        assertEquals(OptionalInt.of(180), UnitParser.length("180", false));
        assertEquals(OptionalInt.of(180), UnitParser.length("+180 ms", true));
        assertEquals(OptionalInt.of(2000), UnitParser.length("+2", true));
        assertEquals(OptionalInt.of(600), UnitParser.length("0,6", true));
        assertEquals(OptionalInt.of(12500), UnitParser.length("12.5 s", false));
        for (var none : new String[] {"", ".", "-3", "1e9", "a", "1.2.3", "99999999999"}) assertTrue(UnitParser.length(none, true).isEmpty(), none);
    }

    @Property(tries = 500)
    void secondsAreReadBack(@ForAll @IntRange(min = 0, max = 1_800_000_000) int millis) {
        assertEquals(OptionalInt.of(millis), UnitParser.length(TimeFormat.plainSeconds(millis), true));
    }

    @Property(tries = 500)
    void anythingTypedIsALengthOrNone(@ForAll String text, @ForAll boolean seconds) {
        UnitParser.length(text, seconds).ifPresent(m -> assertTrue(m >= 0 && m <= 1_800_000_000));
    }

    @Property(tries = 200)
    void whatIsShownCanBeTyped(@ForAll @IntRange(min = -9999, max = 9999) int millis, @ForAll @DoubleRange(min = -60, max = 24) double db) {
        assertEquals(millis, UnitParser.millis(millis + " ms"));
        double tenth = Math.round(db * 10) / 10.0;
        assertEquals(tenth, UnitParser.decibels(DecibelField.text(tenth) + " dB"), 1e-9);
    }

    @Property(tries = 500)
    void anythingElseIsAProblemThatQuotesIt(@ForAll String text) {
        try {
            assertTrue(Math.abs(UnitParser.millis(text)) <= 1_800_000_000);
        } catch (Problem p) {
            assertTrue(String.valueOf(p.getMessage()).length() > 20);
        }
    }
}
