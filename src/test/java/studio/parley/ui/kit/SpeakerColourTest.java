package studio.parley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpeakerColourTest {
    private static final Color LIGHT = Color.web("#f6f8fa");
    private static final Color DARK = Color.web("#0d1117");

    /** The figures of WCAG's own definition. */
    @Test
    void contrastIsThatOfWcag() {
        assertEquals(21, SpeakerColour.contrast(Color.BLACK, Color.WHITE), 1e-9);
        assertEquals(1, SpeakerColour.contrast(Color.RED, Color.RED), 1e-9);
        assertEquals(4.48, SpeakerColour.contrast(Color.web("#777777"), Color.WHITE), 0.01);
        assertEquals(3.998, SpeakerColour.contrast(Color.WHITE, Color.RED), 0.01);
    }

    @Property(tries = 500)
    void anyColourCanBeRead(@ForAll @IntRange(max = 0xffffff) int rgb) {
        var web = String.format("#%06x", rgb);
        assertTrue(SpeakerColour.contrast(SpeakerColour.strong(web, false), LIGHT) >= 4.5, web + " on light");
        assertTrue(SpeakerColour.contrast(SpeakerColour.strong(web, true), DARK) >= 4.5, web + " on dark");
    }

    @Test
    void whatCanBeReadStaysAsItIs() {
        assertEquals(Color.web("#0055aa"), SpeakerColour.strong("#0055aa", false));
        assertEquals(Color.web("#ffcc00"), SpeakerColour.strong("#ffcc00", true));
        assertEquals("#ffcc00", SpeakerColour.css("#ffcc00", true));
        assertEquals(Color.web("#0055aa").getHue(), SpeakerColour.strong("#0055aa", true).getHue(), 12);
    }

    @Test
    void aClipsBodyIsTheSameColourSeenThrough() {
        var faint = SpeakerColour.faint("#ffcc00", true);
        assertEquals(0.18, faint.getOpacity(), 1e-6);
        assertEquals(Color.web("#ffcc00").getHue(), faint.getHue(), 0.5);
    }
}
