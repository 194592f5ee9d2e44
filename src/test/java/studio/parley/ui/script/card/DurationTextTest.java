package studio.parley.ui.script.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DurationTextTest {
    @Test
    void unitsCommaAndPoint() {
        assertEquals(OptionalInt.of(180), DurationText.millis("180", false));
        assertEquals(OptionalInt.of(180), DurationText.millis("+180 ms", true));
        assertEquals(OptionalInt.of(600), DurationText.millis("0,6", true));
        assertEquals(OptionalInt.of(12500), DurationText.millis("12.5 s", false));
        for (var none : new String[] {"", ".", "-3", "1e9", "a", "1.2.3", "99999999999"}) assertTrue(DurationText.millis(none, true).isEmpty(), none);
    }

    @Property(tries = 500)
    void secondsAreReadBack(@ForAll @IntRange(min = 0, max = 1_800_000_000) int millis) {
        assertEquals(OptionalInt.of(millis), DurationText.millis(DurationText.seconds(millis), true));
    }

    @Property(tries = 500)
    void anythingTypedIsAnAmountOrNone(@ForAll String text, @ForAll boolean seconds) {
        DurationText.millis(text, seconds).ifPresent(m -> assertTrue(m >= 0 && m <= 1_800_000_000));
    }
}
