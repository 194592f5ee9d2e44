package studio.parley.ui.timeline;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import studio.parley.ui.kit.Texts;

/**
 * The focused clip as a node: what Tab reaches, what a screen reader reads, and where the focus ring is, for a canvas has none of it.
 * Lies over the drawn clip and lets the mouse through.
 */
final class FocusedClip extends Region {
    private final TimelineModel model;
    private final Surface surface;

    FocusedClip(TimelineModel model, Surface surface) {
        this.model = model;
        this.surface = surface;
        getStyleClass().add("focused-clip");
        setId("timeline-clip");
        setFocusTraversable(true);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        surface.above(this);
        model.versionProperty().subscribe(v -> place());
        model.viewport().versionProperty().subscribe(v -> place());
        model.desk().selectionProperty().subscribe(s -> place());
        model.desk().stalenessProperty().subscribe(s -> place());
    }

    /** Opens the menu by its key. */
    void menu(ClipMenu menu) {
        addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, e -> {
            boolean wanted = e.getCode() == KeyCode.CONTEXT_MENU || e.getCode() == KeyCode.F10 && e.isShiftDown();
            if (!wanted) return;
            menu.open(this);
            e.consume();
        });
    }

    private void place() {
        var part = model.desk().focusedLine().flatMap(l -> model.shown().arrangement().part(l.id()));
        setAccessibleText(part.map(p -> ClipWords.spoken(model.desk(), p)).orElseGet(() -> Texts.of("timeline.spoken.none",
                model.shown().arrangement().parts().size())));
        var box = part.map(p -> {
            double rate = model.shown().arrangement().rate();
            double x = model.viewport().x(p.start() / rate);
            double to = model.viewport().x(p.end() / rate);
            var m = surface.metrics();
            double y = m.laneTop(model.shown().lane(p.line().speaker()), model.viewport().top()) + m.inset();
            return new double[] {Math.max(-20, x) - 3, y - 3, Math.min(to, model.viewport().width() + 20) - Math.max(-20, x) + 6, m.clip() + 6};
        });
        if (box.isEmpty()) resizeRelocate(1, surface.metrics().ruler(), Math.max(1, surface.getWidth() - 2), Math.max(1, surface.getHeight() - surface.metrics().ruler() - 1));
        else resizeRelocate(box.get()[0], box.get()[1], Math.max(4, box.get()[2]), box.get()[3]);
    }
}
