package studio.parley.ui.timeline.gesture;

import java.util.List;
import studio.parley.studio.document.edit.MarkerEdits;
import studio.parley.studio.document.model.Marker;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** The actions of keys and menus on markers. */
public final class MarkerActions {
    private MarkerActions() {}

    /** Adds a marker at the playhead and asks for its name. */
    public static void add(TimelineModel model, TimelineCanvas surface, ValueField exact) {
        var session = model.session();
        var id = MarkerEdits.freshId(session.document());
        double at = session.player().position();
        session.edit(MarkerEdits.add(id, Math.round(at * 1000), Messages.of("timeline.marker.new", session.document().markers().size() + 1)));
        model.viewport().reveal(at, at);
        rename(model, surface, exact, id);
    }

    public static void rename(TimelineModel model, TimelineCanvas surface, ValueField exact, String id) {
        model.session().document().markers().stream().filter(m -> m.id().equals(id)).findFirst().ifPresent(m -> exact.open(
                model.viewport().x(m.millis() / 1000.0) + 50, 0, Messages.of("timeline.exact.marker"), m.label(), text -> {
                    if (!text.equals(m.label())) model.session().edit(MarkerEdits.rename(id, text));
                }));
    }

    public static void remove(TimelineModel model, String id) {
        model.session().edit(MarkerEdits.remove(List.of(id)));
    }

    /** Moves the playhead to the next or previous marker. */
    public static void step(TimelineModel model, int by) {
        var player = model.session().player();
        long now = Math.round(player.position() * 1000);
        var times = model.session().document().markers().stream().map(Marker::millis).sorted().toList();
        var found = by > 0 ? times.stream().filter(t -> t > now + 1).findFirst() : times.reversed().stream().filter(t -> t < now - 1)
                .findFirst();
        found.ifPresent(t -> {
            player.seek(t / 1000.0);
            model.viewport().reveal(t / 1000.0, t / 1000.0);
        });
    }
}
