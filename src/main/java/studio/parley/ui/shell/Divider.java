package studio.parley.ui.shell;

import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;

/** The border between two panes: dragged to another place, pressed twice to have its own again. It is wider for the mouse than for the eye. */
final class Divider extends Region {
    /** Pixels in which the mouse takes it. */
    static final double GRIP = 7;

    /** @param moved told the place in the scene to which it is dragged: x for a vertical one, else y */
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
