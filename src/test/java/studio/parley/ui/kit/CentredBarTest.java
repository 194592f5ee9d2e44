package studio.parley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.parley.ui.Fx;

class CentredBarTest {
    @BeforeAll
    static void toolkit() throws Exception {
        Fx.startToolkit();
    }

    private static Region part(double least, double preferred, double height) {
        var part = new Region();
        part.setMinWidth(least);
        part.setPrefSize(preferred, height);
        return part;
    }

    /** Where the parts stand, each as "from to", in a bar of this width. */
    private static List<String> laid(double width, Insets padding, Region... parts) throws Exception {
        return Fx.call(() -> {
            var bar = new CentredBar(parts[0], parts[1], parts[2]);
            bar.setPadding(padding);
            bar.resize(width, 40);
            bar.layout();
            return List.of(parts).stream().map(p -> Math.round(p.getLayoutX()) + " " + Math.round(p.getLayoutX() + p.getWidth())).toList();
        });
    }

    private static List<String> laid(double width) throws Exception {
        return laid(width, Insets.EMPTY, part(50, 200, 10), part(100, 100, 30), part(40, 100, 20));
    }

    @Test
    void theMiddleStandsInTheMiddleOfTheWholeBar() throws Exception {
        assertEquals(List.of("0 200", "350 450", "700 800"), laid(800));
        assertEquals(List.of("10 210", "350 450", "690 790"), laid(800, new Insets(5, 10, 5, 10), part(50, 200, 10), part(100, 100, 30), part(40, 100, 20)));
    }

    /** Too narrow for that, it makes way for the wider side; then the right gives, then the left, as far as they can. */
    @Test
    void whereRoomIsShortTheSidesGive() throws Exception {
        assertEquals(List.of("0 200", "216 316", "400 500"), laid(500));
        assertEquals(List.of("0 200", "216 316", "332 432"), laid(432));
        assertEquals(List.of("0 200", "216 316", "332 382"), laid(382));
        assertEquals(List.of("0 150", "166 266", "282 322"), laid(322));
        assertEquals(List.of("0 50", "66 166", "182 222"), laid(222));
    }

    @Test
    void itIsAsTallAndWideAsItsParts() throws Exception {
        var bar = Fx.call(() -> {
            var made = new CentredBar(part(50, 200, 10), part(100, 100, 30), part(40, 100, 20));
            made.setPadding(new Insets(1, 2, 3, 4));
            return made;
        });
        assertEquals(34, bar.prefHeight(-1));
        assertEquals(6 + 400 + 32, bar.prefWidth(-1));
        assertEquals(6 + 190, bar.minWidth(-1));
    }

    @Test
    void wordsForChoices() {
        var numbers = ChoiceBoxes.<Integer>words(n -> "No. " + n);
        assertEquals("No. 3", numbers.toString(3));
        assertEquals("", numbers.toString(null));
        assertThrows(UnsupportedOperationException.class, () -> numbers.fromString("3"));
        assertEquals("nothing of ours", ChoiceBoxes.texts("settings.scheme.", List.of("dark")).toString("nothing of ours"));
        assertTrue(Messages.has("settings.keys.none") && !Messages.has("settings.keys.of.nobody"));
    }
}
