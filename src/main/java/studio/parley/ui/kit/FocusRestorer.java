package studio.parley.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Keeps the focus when rows are rebuilt after an edit: the control at the same position gets it again. */
public final class FocusRestorer {
    private FocusRestorer() {}

    /** Rebuilds what is below {@code area}. */
    public static void around(Parent area, Runnable rebuild) {
        var owner = area.getScene() == null ? null : area.getScene().getFocusOwner();
        int place = owner == null ? -1 : stops(area).indexOf(owner);
        rebuild.run();
        if (place < 0) return;
        var now = stops(area);
        if (!now.contains(area.getScene().getFocusOwner()) && !now.isEmpty()) now.get(Math.min(place, now.size() - 1)).requestFocus();
    }

    private static List<Node> stops(Parent area) {
        var out = new ArrayList<Node>();
        for (var child : area.getChildrenUnmodifiable()) {
            if (child.isFocusTraversable() && child.isVisible()) out.add(child);
            if (child instanceof Parent p) out.addAll(stops(p));
        }
        return out;
    }
}
