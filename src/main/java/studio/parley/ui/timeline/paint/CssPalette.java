package studio.parley.ui.timeline.paint;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The colours of the drawing, from the style sheet: one invisible small region for each, whose background is the colour. So theme, contrast
 * and system changes reach the canvas like every other node.
 */
final class CssPalette extends Pane {
    /** Things with a colour of their own; the style class is {@code timeline-ink-} and the name. */
    enum Ink { GROUND, RULER, TEXT, NAME, MUTED, LINE, STRONG, ACCENT, RANGE, AMBER, RED, HATCH, BADGE, MARKER }

    private final Map<Ink, Region> swatches = new EnumMap<>(Ink.class);

    /** @param changed called when a colour has changed */
    CssPalette(Runnable changed) {
        setManaged(false);
        setMouseTransparent(true);
        for (var ink : Ink.values()) {
            var swatch = new Region();
            swatch.getStyleClass().add("timeline-ink-" + ink.name().toLowerCase(Locale.ROOT));
            swatch.backgroundProperty().addListener((o, was, is) -> changed.run());
            swatches.put(ink, swatch);
            getChildren().add(swatch);
        }
    }

    /** A transparent colour means that there is none: the painter uses another. */
    Color of(Ink ink) {
        var background = Objects.requireNonNull(swatches.get(ink)).getBackground();
        boolean plain = background != null && !background.getFills().isEmpty() && background.getFills().getFirst()
                .getFill() instanceof Color;
        return plain ? (Color) background.getFills().getFirst().getFill() : Color.GRAY;
    }
}
