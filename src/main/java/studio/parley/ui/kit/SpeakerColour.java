package studio.parley.ui.kit;

import java.util.Locale;
import javafx.scene.paint.Color;

/**
 * A speaker's colour ({@code studio.document.model.Track}) made legible in the light or the dark window: the hue stays, lightness is
 * adjusted to at least 4.5:1 against the background and its own tint.
 */
public final class SpeakerColour {
    /** More than the 4.5 that text needs, because it is also shown on a tint of the colour. */
    private static final double LEAST = 5.3;
    private static final Color LIGHT = Color.web("#f6f8fa");
    private static final Color DARK = Color.web("#0d1117");

    private SpeakerColour() {}

    /** For text, bars and waveforms. */
    public static Color strong(String web, boolean dark) {
        var colour = Color.web(web);
        var ground = dark ? DARK : LIGHT;
        for (int i = 0; i < 40 && contrast(colour, ground) < LEAST; i++) {
            // Darker without turning grey: full saturation prevents orange from becoming brown.
            colour = dark ? colour.interpolate(Color.WHITE, 0.05) : colour.deriveColor(0, 1.06, 0.96, 1);
        }
        return colour;
    }

    /** For the body of a clip: the strong colour, mostly transparent. */
    public static Color faint(String web, boolean dark) {
        return strong(web, dark).deriveColor(0, 1, 1, dark ? 0.18 : 0.14);
    }

    /** CSS of {@link #strong}. */
    public static String css(String web, boolean dark) {
        return web(strong(web, dark));
    }

    /** As a document holds it: {@code #3f93f2}. */
    public static String web(Color c) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", Math.round(c.getRed() * 255), Math.round(c.getGreen() * 255), Math.round(c.getBlue() * 255));
    }

    /** The contrast ratio of WCAG 2.2. */
    static double contrast(Color a, Color b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
