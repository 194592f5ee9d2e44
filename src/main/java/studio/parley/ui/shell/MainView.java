package studio.parley.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.parley.studio.document.model.Selection;
import studio.parley.ui.export.ExportCommands;
import studio.parley.ui.kit.FocusRing;
import studio.parley.ui.queue.QueueBar;
import studio.parley.ui.queue.RenderCommands;
import studio.parley.ui.script.view.ScriptView;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.shell.menu.MainMenu;
import studio.parley.ui.shell.menu.RecentProjects;
import studio.parley.ui.shell.transport.TransportBar;
import studio.parley.ui.shell.transport.TransportCommands;
import studio.parley.ui.timeline.model.Viewport;
import studio.parley.ui.timeline.view.TimelineView;
import studio.parley.ui.voices.SidePane;

/**
 * The view of an open project: menus and transport at the top, script and side pane in the middle, timeline and queue below, notifications
 * over them.
 */
public final class MainView extends StackPane {
    private final ProjectSession session;
    private final ScriptView script;
    private final SidePane side;
    private final TimelineView timeline;
    private final SplitLayout panes;
    private final FocusRing ring = new FocusRing();
    private final QueueBar queue;
    private final FocusSections sections;

    /** Without a window around it, for tests. */
    public MainView(ProjectSession session) {
        this(session, new MainMenu(session.services().commands(), new RecentProjects(session.services().preferences()), path -> { }));
    }

    MainView(ProjectSession session, MainMenu menu) {
        this.session = session;
        getStyleClass().add("surface");
        new EditCommands(session).register();
        new TransportCommands(session).register();
        new RenderCommands(session, this::getScene).register();
        new ExportCommands(session, this::getScene).register();
        script = new ScriptView(session);
        side = new SidePane(session);
        side.drop().listen(this);
        script.onSounds(side.drop()::onto);
        side.onWords(script::point);
        timeline = new TimelineView(session);
        panes = new SplitLayout(script, side, timeline, session.services().preferences(), () -> session.services().theme().textPercent() / 100.0);
        queue = new QueueBar(session);
        var top = new TransportBar(session);
        sections = new FocusSections(() -> {
            var all = new java.util.ArrayList<javafx.scene.Node>(panes.sections());
            if (queue.isVisible()) all.add(queue);
            all.add(top);
            return all;
        }, ring);
        new ViewCommands(session, this).register();
        var middle = new BorderPane(new StackPane(panes, new Floating(queue.list())));
        middle.setTop(new VBox(menu, top));
        middle.setBottom(queue);
        // What does not fit is shortened; otherwise everything would be wider than the window.
        for (var part : List.of(middle, top, queue)) part.setMinWidth(0);
        // Over the figures beside the queue, so that it covers neither lines nor clips nor buttons.
        var notices = new Floating(new NoticeBar(session.services(), this::getScene));
        notices.getStyleClass().add("lowest");
        getChildren().addAll(middle, notices, ring);
    }

    /** Focuses the script. */
    void takeFocus() {
        script.takeFocus();
    }

    /** Where somebody works: selection, tab of the side pane, playhead in seconds, and what is visible of the timeline. */
    record Place(Selection selection, String tab, double playhead, Viewport viewport) {}

    Place place() {
        return new Place(session.selection(), side.shown(), session.player().position(), timeline.viewport());
    }

    /** Goes on at the place of another view, whose project this is a copy of. */
    void at(Place place) {
        session.select(place.selection());
        side.show(place.tab());
        session.player().seek(place.playhead());
        timeline.viewport().as(place.viewport());
    }

    /** Shows the preview of a script file. */
    void read(Path file) {
        script.read(file);
    }

    SplitLayout panes() {
        return panes;
    }

    QueueBar queue() {
        return queue;
    }

    FocusSections sections() {
        return sections;
    }
}
