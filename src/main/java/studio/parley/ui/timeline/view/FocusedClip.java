package studio.parley.ui.timeline.view;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/**
 * The focused clip as a node: it gets the Tab focus, the screen reader's text and the focus ring, which a canvas cannot have. It is above
 * the drawn clip and transparent to the mouse.
 */
final class FocusedClip extends Region {
    private final TimelineModel model;
    private final TimelineCanvas surface;

    FocusedClip(TimelineModel model, TimelineCanvas surface) {
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
        model.session().selectionProperty().subscribe(s -> place());
        model.session().stalenessProperty().subscribe(s -> place());
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
        var part = model.session().focusedLine().flatMap(l -> model.shown().arrangement().part(l.id()));
        setAccessibleText(part.map(p -> ClipWords.spoken(model, p)).orElseGet(() -> Messages.of("timeline.spoken.none",
                model.shown().arrangement().parts().size())));
        var m = surface.metrics();
        var view = model.viewport();
        if (part.isEmpty()) {
            resizeRelocate(1, m.ruler(), Math.max(1, surface.getWidth() - 2), Math.max(1, surface.getHeight() - m.ruler() - 1));
            return;
        }
        var box = ClipBox.of(part.get(), model.shown(), view, m);
        double from = Math.max(-20, box.x());
        double to = Math.min(box.right(), view.width() + 20);
        resizeRelocate(from - 3, box.y() - 3, Math.max(4, to - from + 6), box.h() + 6);
    }
}
