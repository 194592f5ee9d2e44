package studio.parley.ui.shell;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.export.ExportCommands;
import studio.parley.ui.queue.ListeningCommands;
import studio.parley.ui.queue.QueueBar;
import studio.parley.ui.queue.RenderCommands;
import studio.parley.ui.script.ScriptView;
import studio.parley.ui.timeline.TimelineView;
import studio.parley.ui.voices.SidePane;

/** All of an open project: transport on top, script and side pane in the middle, timeline, notices and queue below. */
public final class MainView extends StackPane {
    private final Panes panes;
    private final QueueBar queue;
    private final Sections sections;

    public MainView(Desk desk) {
        getStyleClass().add("surface");
        new EditCommands(desk).register();
        new TransportCommands(desk).register();
        new RenderCommands(desk).register();
        new ListeningCommands(desk, this::getScene).register();
        new ExportCommands(desk, this::getScene).register();
        var script = new ScriptView(desk);
        var side = new SidePane(desk);
        side.drop().listen(this);
        script.onSounds(side.drop()::onto);
        panes = new Panes(script, side, new TimelineView(desk), desk.tools().preferences());
        queue = new QueueBar(desk);
        var top = new TransportBar(desk);
        sections = new Sections(() -> {
            var all = new java.util.ArrayList<>(panes.sections());
            if (queue.isVisible()) all.add(queue);
            all.add(top);
            return all;
        });
        new ViewCommands(desk, this).register();
        var middle = new BorderPane(panes);
        middle.setTop(top);
        middle.setBottom(new VBox(new NoticeBar(desk.tools(), this::getScene), queue));
        getChildren().add(middle);
    }

    Panes panes() {
        return panes;
    }

    QueueBar queue() {
        return queue;
    }

    Sections sections() {
        return sections;
    }
}
