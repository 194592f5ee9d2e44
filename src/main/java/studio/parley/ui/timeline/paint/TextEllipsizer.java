package studio.parley.ui.timeline.paint;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import studio.parley.dialogue.AllowedText;

/** How much of a text fits into a width; the width of every character is measured once per font. JavaFX thread only. */
final class TextEllipsizer {
    private final Map<Double, Font> fonts = new HashMap<>();
    private final Map<Font, Map<Integer, Double>> widths = new HashMap<>();
    private final Text probe = new Text();

    Font font(double size) {
        return fonts.computeIfAbsent(size, s -> Font.font("Inter", FontWeight.NORMAL, s));
    }

    double width(String text, Font font) {
        var known = widths.computeIfAbsent(font, f -> new HashMap<>());
        return text.codePoints().mapToDouble(c -> known.computeIfAbsent(c, k -> measure(k, font))).sum();
    }

    /** The first words that fit; the first letters if not even one word does; empty if fewer than two letters would. */
    String fit(String text, Font font, double room) {
        if (room < font.getSize()) return "";
        var known = widths.computeIfAbsent(font, f -> new HashMap<>());
        double sum = 0;
        int word = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = text.codePointAt(i);
            if (Character.isWhitespace(c)) word = i;
            sum += known.computeIfAbsent(c, k -> measure(k, font));
            if (sum > room) return word > 0 ? text.substring(0, word) : i >= 2 ? text.substring(0, AllowedText.boundary(text, i)) : "";
        }
        return text;
    }

    private double measure(int codePoint, Font font) {
        probe.setFont(font);
        probe.setText(Character.toString(codePoint));
        return probe.getLayoutBounds().getWidth();
    }
}
