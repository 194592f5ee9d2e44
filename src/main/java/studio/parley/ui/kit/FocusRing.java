package studio.parley.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;

/**
 * A ring around the focused part, for people who move through the window with F6: the system's own focus indicator is only for the Tab key,
 * and not every part has one. It disappears when somebody types, clicks or moves on. JavaFX thread only.
 */
public final class FocusRing extends Region {
    private static final double AROUND = 2;
    private @Nullable Node marked;
    private final ChangeListener<Transform> moved = (o, was, is) -> place();
    private final ChangeListener<Bounds> grown = (o, was, is) -> place();
    private final EventHandler<MouseEvent> pressed = e -> hide();
    private final EventHandler<KeyEvent> typed = e -> {
        if (!e.getCharacter().isBlank() && !e.isControlDown() && !e.isAltDown() && !e.isMetaDown()) hide();
    };
    private final ChangeListener<Node> focused = (o, was, is) -> {
        if (is != marked) hide();
    };

    /** To be the last child of a pane that stacks its children. */
    public FocusRing() {
        setId("focus-ring");
        getStyleClass().add("focus-ring");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        sceneProperty().subscribe(this::move);
    }

    /** The scene outlives its views: it must not hold the ring of a removed view. */
    private void move(@Nullable Scene from, @Nullable Scene to) {
        if (from != null) {
            from.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
            from.removeEventFilter(KeyEvent.KEY_TYPED, typed);
            from.focusOwnerProperty().removeListener(focused);
        }
        if (to == null) return;
        to.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
        to.addEventFilter(KeyEvent.KEY_TYPED, typed);
        to.focusOwnerProperty().addListener(focused);
    }

    /** Focuses a node and marks it. */
    public void focus(Node node) {
        hide();
        marked = node;
        node.requestFocus();
        node.localToSceneTransformProperty().addListener(moved);
        node.boundsInLocalProperty().addListener(grown);
        setVisible(true);
        place();
    }

    private void hide() {
        setVisible(false);
        if (marked == null) return;
        marked.localToSceneTransformProperty().removeListener(moved);
        marked.boundsInLocalProperty().removeListener(grown);
        marked = null;
    }

    private void place() {
        if (marked == null || getParent() == null) return;
        var at = getParent().sceneToLocal(marked.localToScene(marked.getLayoutBounds()));
        double width = getParent().getLayoutBounds().getWidth();
        double left = Math.max(0, at.getMinX() - AROUND);
        resizeRelocate(left, at.getMinY() - AROUND, Math.min(width, at.getMaxX() + AROUND) - left, at.getHeight() + 2 * AROUND);
    }
}
