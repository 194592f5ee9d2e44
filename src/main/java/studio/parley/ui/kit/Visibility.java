package studio.parley.ui.kit;

import javafx.scene.Node;

/** Nodes that are there or not: one that is not seen takes no room either. */
public final class Visibility {
    private Visibility() {}

    public static void show(boolean shown, Node... nodes) {
        for (var node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }
}
