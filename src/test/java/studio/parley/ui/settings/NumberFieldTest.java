package studio.parley.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.parley.ui.Fx;

class NumberFieldTest {
    private final List<Double> given = new ArrayList<>();

    @BeforeAll
    static void toolkit() throws Exception {
        Fx.startToolkit();
    }

    private TextField field(double least, double most, int decimals) throws Exception {
        return Fx.call(() -> NumberField.of("x", 0.5, least, most, decimals, 12.0, given::add));
    }

    private boolean takes(TextField field, String text) throws Exception {
        given.clear();
        Fx.run(() -> field.setText(text));
        boolean red = Fx.call(() -> field.getPseudoClassStates().contains(PseudoClass.getPseudoClass("danger")));
        assertEquals(given.isEmpty(), red, text);
        return !given.isEmpty();
    }

    @Test
    void numbersAsPeopleTypeThem() throws Exception {
        var field = field(-60, 2, 2);
        assertEquals("0.5", field.getText());
        assertEquals("12", field.getPromptText());
        assertTrue(takes(field, "1,25"));
        assertEquals(List.of(1.25), given);
        assertTrue(takes(field, " \u221260 "));
        assertEquals(List.of(-60.0), given);
        assertTrue(takes(field, ""));
        assertEquals(Arrays.asList((Double) null), given);
    }

    @Test
    void whatIsNoSuchNumberIsRedAndChangesNothing() throws Exception {
        var field = field(-60, 2, 2);
        for (var bad : new String[] {"2.01", "-60.1", "a", "1 2", "NaN", "Infinity", "-", "1d", "0x1p0", "1e0"}) assertFalse(takes(field, bad), bad);
        var whole = field(0, 2000, 0);
        assertFalse(takes(whole, "1.5"));
        assertTrue(takes(whole, "2000"));
    }
}
