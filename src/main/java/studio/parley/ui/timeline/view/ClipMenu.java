package studio.parley.ui.timeline.view;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.parley.studio.timing.ClipRelations;
import studio.parley.studio.timing.Collisions;
import studio.parley.studio.timing.LineTimes;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.timeline.gesture.ClipActions;
import studio.parley.ui.timeline.gesture.HitTarget;
import studio.parley.ui.timeline.gesture.HitTester;
import studio.parley.ui.timeline.gesture.MarkerActions;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.model.TimelineOptions;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** The context menus of clips, markers and the ruler. */
final class ClipMenu {
    private final TimelineModel model;
    private final ClipActions actions;
    private final HitTester hits;
    private final ContextMenu menu = new ContextMenu();

    ClipMenu(TimelineModel model, TimelineCanvas surface, ClipActions actions, HitTester hits) {
        this.model = model;
        this.actions = actions;
        this.hits = hits;
        surface.setOnContextMenuRequested(e -> {
            menu.getItems().clear();
            fill(e.isKeyboardTrigger() ? model.session().focusedLine().map(l -> l.id()).orElse("") : "", e.getX(), e.getY());
            if (!menu.getItems().isEmpty()) menu.show(surface, e.getScreenX(), e.getScreenY());
            e.consume();
        });
    }

    /** For the menu key: below the focused clip. */
    void open(javafx.scene.Node clip) {
        menu.getItems().clear();
        model.session().focusedLine().ifPresent(l -> clip(l.id()));
        if (!menu.getItems().isEmpty()) menu.show(clip, Side.BOTTOM, 0, 0);
    }

    private void fill(String focused, double x, double y) {
        var hit = hits.at(x, y);
        if (!focused.isEmpty()) clip(focused);
        else if (!hit.line().isEmpty()) clip(hit.line());
        else if (hit instanceof HitTarget.MarkerFlag(var marker)) {
            add(Controls.item("timeline.menu.marker.rename", () -> actions.renameMarker(marker.id())),
                    Controls.item("timeline.menu.marker.remove", () -> MarkerActions.remove(model, marker.id())));
        } else {
            commands("timeline.marker", "timeline.loopOff", "timeline.zoomFit", "timeline.ripple", "timeline.snap", "timeline.follow",
                    "timeline.spectrogram");
        }
    }

    private void clip(String line) {
        var relation = new Menu(Messages.of("timeline.menu.relation"));
        var now = model.session().document().line(line).map(ClipRelations::kind);
        for (var kind : ClipRelations.Kind.values()) {
            var item = new RadioMenuItem(Messages.of("timeline.menu.relation." + TimelineOptions.lower(kind)));
            item.setId("relation-" + TimelineOptions.lower(kind));
            item.setSelected(now.filter(k -> k == kind).isPresent());
            item.setOnAction(e -> actions.kind(line, kind));
            relation.getItems().add(item);
        }
        relation.getItems().addAll(new SeparatorMenuItem(), Controls.item("timeline.menu.relation.exact", () -> actions.typeRelation(line)));
        add(relation);
        if (Collisions.of(LineTimes.of(model.session().document())).stream().anyMatch(c -> c.has(line))) commands("timeline.apart");
        add(new SeparatorMenuItem());
        add(speed());
        commands("timeline.playClip", "timeline.split", "timeline.join", "timeline.duplicate");
        add(new SeparatorMenuItem(), Controls.item("timeline.menu.gain", actions::typeGain), Controls.item("timeline.menu.fades", actions::typeFades),
                Controls.item("timeline.menu.trim", () -> actions.resetTrim(line)), Controls.item("timeline.menu.duck", actions::typeDucking),
                        new SeparatorMenuItem());
        commands("timeline.delete", "timeline.deleteTrack", "timeline.deleteAll");
    }

    private Menu speed() {
        var speed = new Menu(Messages.of("timeline.menu.speed"));
        speed.setId("timeline-menu-speed");
        for (var id : List.of("timeline.faster", "timeline.slower", "timeline.speed", "timeline.fit", "timeline.usualSpeed")) {
            speed.getItems().add(command(id));
        }
        return speed;
    }

    private void commands(String... ids) {
        for (var id : ids) menu.getItems().add(command(id));
    }

    private MenuItem command(String id) {
        return model.session().services().commands().item(id);
    }

    private void add(MenuItem... items) {
        menu.getItems().addAll(items);
    }
}
