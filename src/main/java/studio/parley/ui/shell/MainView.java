package studio.parley.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.queue.QueueBar;
import studio.parley.ui.script.ScriptView;
import studio.parley.ui.timeline.TimelineView;
import studio.parley.ui.voices.SidePane;

/** All of an open project: transport on top, script and side pane in the middle, timeline and queue below. */
public final class MainView extends BorderPane {
    public MainView(Desk desk) {
        new EditCommands(desk).register();
        new TransportCommands(desk).register();
        var upper = new SplitPane(new ScriptView(desk), new SidePane(desk));
        var middle = new SplitPane(upper, new TimelineView(desk));
        middle.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(upper.getItems().get(1), false);
        SplitPane.setResizableWithParent(middle.getItems().get(1), false);
        new RememberedDivider(desk.tools().preferences(), "layout.side", 0.77).on(upper);
        new RememberedDivider(desk.tools().preferences(), "layout.timeline", 0.66).on(middle);
        setTop(new TransportBar(desk));
        setCenter(middle);
        setBottom(new QueueBar(desk));
    }
}
