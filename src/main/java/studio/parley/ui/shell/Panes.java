package studio.parley.ui.shell;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import studio.parley.ui.desk.Preferences;

/** Script, side pane and timeline as one may push, hide and bring back the borders between them; all of it is remembered. */
final class Panes extends SplitPane {
    private static final String HIDDEN = "layout.hidden.";
    private final SplitPane upper;
    private final Node side;
    private final Node timeline;
    private final Preferences preferences;

    Panes(Node script, Node side, Node timeline, Preferences preferences) {
        this.side = side;
        this.timeline = timeline;
        this.preferences = preferences;
        upper = new SplitPane(script);
        setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(side, false);
        SplitPane.setResizableWithParent(timeline, false);
        getItems().add(upper);
        if (preferences.get(HIDDEN + "side").isEmpty()) put(upper, side);
        if (preferences.get(HIDDEN + "timeline").isEmpty()) put(this, timeline);
    }

    void toggleSide() {
        toggle(upper, side, "side");
    }

    void toggleTimeline() {
        toggle(this, timeline, "timeline");
    }

    boolean showsSide() {
        return upper.getItems().contains(side);
    }

    boolean showsTimeline() {
        return getItems().contains(timeline);
    }

    /** What there is to walk through, in order; without what is hidden. */
    List<Node> sections() {
        return java.util.stream.Stream.concat(upper.getItems().stream(), getItems().stream().skip(1)).toList();
    }

    private void toggle(SplitPane pane, Node node, String name) {
        boolean hide = pane.getItems().contains(node);
        preferences.put(HIDDEN + name, hide ? "yes" : "");
        if (hide) pane.getItems().remove(node);
        else put(pane, node);
    }

    private void put(SplitPane pane, Node node) {
        pane.getItems().add(node);
        if (node == side) new RememberedDivider(preferences, "layout.side", 0.77).on(pane);
        else new RememberedDivider(preferences, "layout.timeline", 0.66).on(pane);
    }
}
