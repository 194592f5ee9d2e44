package studio.parley.ui.shell;

import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;

/** The border between two panes: dragged to move it, double-clicked to reset it. Its mouse area is wider than it looks. */
final class Divider extends Region {
    /** Width of the mouse area in pixels. */
    static final double GRIP = 7;

    /** @param moved gets the position in the scene to which it is dragged: x for a vertical one, else y */
    Divider(Orientation orientation, DoubleConsumer moved, Runnable reset) {
        boolean vertical = orientation == Orientation.VERTICAL;
        getStyleClass().addAll("divider", vertical ? "vertical" : "horizontal");
        setCursor(vertical ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        setOnMouseDragged(e -> moved.accept(vertical ? e.getSceneX() : e.getSceneY()));
        setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) reset.run();
        });
    }
}
