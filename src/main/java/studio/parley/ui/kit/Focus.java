package studio.parley.ui.kit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Finds what takes the keyboard focus. */
public final class Focus {
    private static final Object HOME = Focus.class;
    private static final Object KEEPS = new Object();
    private static final Object ENTRY = new Object();

    private Focus() {}

    /** The default focus of a scene: {@code take} requests it. */
    public static void home(Scene scene, Runnable take) {
        scene.getProperties().put(HOME, take);
    }

    /** Moves the focus to its default place; if there is none it stays. */
    public static void goHome(Scene scene) {
        back(scene, null);
    }

    /** Returns the focus to a node, or to the default place if that is gone or only a menu. */
    static void back(Scene scene, @Nullable Node before) {
        if (before != null && before.getScene() == scene && before.isFocusTraversable() && !before.isDisabled() && !isMenu(before)) before.requestFocus();
        else if (scene.getProperties().get(HOME) instanceof Runnable take) take.run();
    }

    /** Letters and Space pressed within this part, such as a popover, belong to it and run no commands. */
    public static void keepKeys(Node part) {
        part.getProperties().put(KEEPS, true);
    }

    public static boolean keepsKeys(@Nullable Node owner) {
        for (var at = owner; at != null; at = at.getParent()) if (at.hasProperties() && at.getProperties().containsKey(KEEPS)) return true;
        return false;
    }

    /** Whether a menu or a drop-down list is open over the scene's window: it handles the keys. */
    public static boolean isPopupOpen(Scene scene) {
        return Window.getWindows().stream().anyMatch(w -> w instanceof PopupWindow popup && popup.isShowing() && !(popup instanceof Tooltip) && isOver(popup, scene));
    }

    private static boolean isOver(PopupWindow popup, Scene scene) {
        var owner = popup.getOwnerWindow();
        return owner == scene.getWindow() || owner instanceof PopupWindow outer && isOver(outer, scene);
    }

    private static boolean isMenu(Node node) {
        return node instanceof MenuBar || node instanceof MenuButton || node.getParent() != null && isMenu(node.getParent());
    }

    /** The node that gets the focus when somebody moves to this part; without this, its {@link #first}. */
    public static void entry(Node part, Node inner) {
        part.getProperties().put(ENTRY, inner);
    }

    /** The entry, else the first node in or below, that accepts the focus now. */
    public static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) return Optional.empty();
        if (node.isFocusTraversable()) return Optional.of(node);
        if (node.hasProperties() && node.getProperties().get(ENTRY) instanceof Node entry) {
            var found = first(entry);
            if (found.isPresent()) return found;
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                var found = first(child);
                if (found.isPresent()) return found;
            }
        }
        return Optional.empty();
    }

    public static boolean isWithin(Node ancestor, @Nullable Node node) {
        for (var at = node; at != null; at = at.getParent()) if (at == ancestor) return true;
        return false;
    }
}
