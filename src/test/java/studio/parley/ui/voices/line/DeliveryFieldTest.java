package studio.parley.ui.voices.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Delivery;

class DeliveryFieldTest {
    @Property
    void whateverIsTypedGivesADeliveryOrNothing(@ForAll String text, @ForAll DeliveryField field) {
        field.parse(text).ifPresent(v -> field.with(Delivery.STANDARD, v));
    }

    @Property
    void anyNumberIsBroughtIntoTheRange(@ForAll double value, @ForAll DeliveryField field) {
        field.parse(String.valueOf(value)).ifPresent(v -> assertEquals(Optional.of(v), field.parse(field.format(v)).map(n -> n)));
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
