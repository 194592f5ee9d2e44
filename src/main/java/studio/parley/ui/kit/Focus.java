package studio.parley.ui.kit;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Finding what takes the keyboard. */
public final class Focus {
    private Focus() {}

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

    public static boolean isWithin(Node ancestor, @org.jspecify.annotations.Nullable Node node) {
        for (var at = node; at != null; at = at.getParent()) if (at == ancestor) return true;
        return false;
    }
}
