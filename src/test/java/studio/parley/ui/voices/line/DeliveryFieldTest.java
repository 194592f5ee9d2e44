package studio.parley.ui.voices.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Delivery;

class DeliveryFieldTest {
    /** What is taken of anything typed can be part of a delivery, and stands there. */
    @Property
    void whateverIsTypedGivesADeliveryOrNothing(@ForAll String text, @ForAll DeliveryField field) {
        field.parse(text).ifPresent(v -> assertEquals(v.doubleValue(), field.of(field.with(Delivery.STANDARD, v)).doubleValue(), 1e-9));
    }

    @Property
    void anyNumberIsBroughtIntoTheRange(@ForAll double value, @ForAll DeliveryField field) {
        if (field == DeliveryField.SEED) return;
        var taken = field.parse(String.valueOf(value)).orElseThrow();
        assertEquals(Optional.of(taken), field.parse(field.format(taken)), "what is shown means what it was made from");
        assertEquals(taken.doubleValue(), field.of(field.with(Delivery.STANDARD, taken)).doubleValue(), 1e-9);
    }

    @Property
    void everySeedIsTaken(@ForAll long seed) {
        assertEquals(Optional.of((Number) seed), DeliveryField.SEED.parse(" " + seed + " "));
        assertEquals(seed, DeliveryField.SEED.with(Delivery.STANDARD, seed).seed());
    }

    @Test
    void whatIsTooMuchOrTooLittleBecomesTheNearestThatWorks() {
        assertEquals(Optional.of((Number) 0.0), DeliveryField.TEMPERATURE.parse("-1"));
        assertEquals(Optional.of((Number) 10.0), DeliveryField.TEMPERATURE.parse("11"));
        assertEquals(Optional.of((Number) 1), DeliveryField.TOP_K.parse("0"));
        assertEquals(Optional.of((Number) 100_000), DeliveryField.TOP_K.parse("1e9"));
        assertEquals(Optional.of((Number) 0.1), DeliveryField.LENGTH.parse("0"));
        assertEquals(Optional.of((Number) 600.0), DeliveryField.LENGTH.parse("3600 s"));
        for (var no : new String[] {"", "a", "NaN", "Infinity", "1 2"}) assertEquals(Optional.empty(), DeliveryField.TEMPERATURE.parse(no), no);
    }

    @Test
    void onePartIsSetAndInheritedAgain() {
        var set = DeliveryField.LENGTH.with(Delivery.CLONE, 2.5);
        assertEquals(new Delivery(0.6, 20, 2500, null), set);
        assertNull(DeliveryField.TEMPERATURE.with(set, null).temperature());
        assertEquals(Optional.of((Number) 0.7), DeliveryField.TEMPERATURE.parse(" 0,7 "));
        assertEquals(Optional.of((Number) 4.0), DeliveryField.LENGTH.parse("4 s"));
        assertEquals("0.55", DeliveryField.TEMPERATURE.format(0.55));
        assertEquals(Optional.empty(), DeliveryField.SEED.parse("1.5"));
    }
}
