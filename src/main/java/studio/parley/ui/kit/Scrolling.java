package studio.parley.ui.kit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Bringing what has just appeared into sight. */
public final class Scrolling {
    private Scrolling() {}

    /** Scrolls the pane around a node as little as needed to have all of it in sight, its upper edge before all; with the next layout. */
    public static void reveal(Node node) {
        Platform.runLater(() -> {
            Node at = node;
            while (at != null && !(at instanceof ScrollPane)) at = at.getParent();
            if (at instanceof ScrollPane pane && pane.getContent() != null && node.isVisible()) reveal(pane, pane.getContent(), node);
        });
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
