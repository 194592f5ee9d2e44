package studio.parley.ui.kit;

import javafx.scene.Node;

/** Shows and hides nodes: a hidden node takes no space either. */
public final class Visibility {
    private Visibility() {}

    public static void show(boolean shown, Node... nodes) {
        for (var node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }
}
