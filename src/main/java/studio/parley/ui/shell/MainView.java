package studio.parley.ui.shell;

import java.nio.file.Path;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.export.ExportCommands;
import studio.parley.ui.kit.FocusRing;
import studio.parley.ui.queue.ListeningCommands;
import studio.parley.ui.queue.QueueBar;
import studio.parley.ui.queue.RenderCommands;
import studio.parley.ui.script.ScriptView;
import studio.parley.ui.timeline.TimelineView;
import studio.parley.ui.voices.SidePane;

/** All of an open project: menus and transport on top, script and side pane in the middle, timeline and queue below, notices over them. */
public final class MainView extends StackPane {
    private final ScriptView script;
    private final Panes panes;
    private final FocusRing ring = new FocusRing();
    private final QueueBar queue;
    private final Sections sections;

    /** Without a window around it, for tests. */
    public MainView(Desk desk) {
        this(desk, new MainMenu(desk.tools().commands(), new Recents(desk.tools().preferences()), path -> { }));
    }

    MainView(Desk desk, MainMenu menu) {
        getStyleClass().add("surface");
        new EditCommands(desk).register();
        new TransportCommands(desk).register();
        new RenderCommands(desk).register();
        new ListeningCommands(desk, this::getScene).register();
        new ExportCommands(desk, this::getScene).register();
        script = new ScriptView(desk);
        var side = new SidePane(desk);
        side.drop().listen(this);
        script.onSounds(side.drop()::onto);
        var timeline = new TimelineView(desk);
        panes = new Panes(script, side, timeline, desk.tools().preferences(), () -> desk.tools().look().textPercent() / 100.0);
        queue = new QueueBar(desk);
        var top = new TransportBar(desk);
        sections = new Sections(() -> {
            var all = new java.util.ArrayList<javafx.scene.Node>(panes.sections());
            if (queue.isVisible()) all.add(queue);
            all.add(top);
            return all;
        }, ring);
        new ViewCommands(desk, this).register();
        var middle = new BorderPane(new StackPane(panes, new Floating(new NoticeBar(desk.tools(), this::getScene), queue.list())));
        middle.setTop(new VBox(menu, top));
        middle.setBottom(queue);
        getChildren().addAll(middle, ring);
    }

    /** Puts the keyboard into the script. */
    void takeFocus() {
        script.takeFocus();
    }

    /** Shows what a script file would bring. */
    void read(Path file) {
        script.read(file);
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
