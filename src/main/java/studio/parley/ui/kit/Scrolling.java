package studio.parley.ui.kit;

import java.util.List;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Scrolls new content into view. */
public final class Scrolling {
    private Scrolling() {}

    /** Scrolls the pane around a node as little as needed to show all of it, its upper edge first; at the next layout. */
    public static void reveal(Node node) {
        Platform.runLater(() -> {
            if (pane(node) instanceof ScrollPane pane && pane.getContent() != null && node.isVisible()) reveal(pane, pane.getContent(), node);
        });
    }

    /**
     * Like {@link #reveal}, and again while the content around the nodes still grows, until the user scrolls, presses or types; the last
     * node has priority.
     */
    public static void hold(Node... nodes) {
        for (var node : nodes) reveal(node);
        Platform.runLater(() -> {
            if (pane(nodes[0]) instanceof ScrollPane pane && pane.getContent() instanceof Region content) hold(pane, content, nodes);
        });
    }

    private static void hold(ScrollPane pane, Region content, Node... nodes) {
        var following = new Subscription[1];
        EventHandler<InputEvent> own = e -> following[0].unsubscribe();
        var kinds = List.of(ScrollEvent.ANY, MouseEvent.MOUSE_PRESSED, KeyEvent.KEY_PRESSED);
        following[0] = content.heightProperty().subscribe(h -> {
            for (var node : nodes) reveal(node);
        }).and(() -> kinds.forEach(kind -> pane.removeEventFilter(kind, own)));
        kinds.forEach(kind -> pane.addEventFilter(kind, own));
    }

    private static @Nullable Node pane(Node node) {
        Node at = node;
        while (at != null && !(at instanceof ScrollPane)) at = at.getParent();
        return at;
    }

    private static void reveal(ScrollPane pane, Node content, Node node) {
        pane.applyCss();
        pane.layout();
        var own = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden <= 0) return;
        double top = pane.getVvalue() * hidden;
        double wanted = own.getMaxY() > top + seen ? own.getMaxY() - seen : top;
        pane.setVvalue(Math.clamp(Math.min(wanted, own.getMinY()) / hidden, 0, 1));
    }
}
