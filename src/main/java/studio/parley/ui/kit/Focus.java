package studio.parley.ui.kit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import org.jspecify.annotations.Nullable;

/** Finding what takes the keyboard. */
public final class Focus {
    private static final Object HOME = Focus.class;

    private Focus() {}

    /** Where the keyboard goes in a scene when nobody else says: {@code take} requests the focus. */
    public static void home(Scene scene, Runnable take) {
        scene.getProperties().put(HOME, take);
    }

    /** Takes the focus back to a node, or home when that is gone or only a menu. */
    static void back(Scene scene, @Nullable Node before) {
        boolean there = before != null && before.getScene() == scene && before.isFocusTraversable() && !before.isDisabled() && !isMenu(before);
        if (there) before.requestFocus();
        else if (scene.getProperties().get(HOME) instanceof Runnable take) take.run();
    }

    private static boolean isMenu(Node node) {
        return node instanceof MenuBar || node instanceof MenuButton || node.getParent() != null && isMenu(node.getParent());
    }

    /** The first node in or below that takes the focus now. */
    public static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) return Optional.empty();
        if (node.isFocusTraversable()) return Optional.of(node);
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
