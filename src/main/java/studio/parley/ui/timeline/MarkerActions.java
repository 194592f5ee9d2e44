package studio.parley.ui.timeline;

import java.util.List;
import studio.parley.studio.document.Marker;
import studio.parley.studio.document.MarkerEdits;
import studio.parley.ui.kit.Texts;

/** What keys and menus do to markers. */
final class MarkerActions {
    private MarkerActions() {}

    /** Puts a marker at the playhead and asks for its name. */
    static void add(TimelineModel model, Surface surface, ExactField exact) {
        var desk = model.desk();
        var id = MarkerEdits.freshId(desk.document());
        double at = desk.player().position();
        desk.edit(MarkerEdits.add(id, Math.round(at * 1000), Texts.of("timeline.marker.new", desk.document().markers().size() + 1)));
        model.viewport().reveal(at, at);
        rename(model, surface, exact, id);
    }

    static void rename(TimelineModel model, Surface surface, ExactField exact, String id) {
        model.desk().document().markers().stream().filter(m -> m.id().equals(id)).findFirst().ifPresent(m -> exact.open(
                model.viewport().x(m.millis() / 1000.0) + 50, 0, Texts.of("timeline.exact.marker"), m.label(), text -> {
                    if (!text.equals(m.label())) model.desk().edit(MarkerEdits.rename(id, text));
                }));
    }

    static void remove(TimelineModel model, String id) {
        model.desk().edit(MarkerEdits.remove(List.of(id)));
    }

    /** The playhead to the next marker, or the one before. */
    static void step(TimelineModel model, int by) {
        var player = model.desk().player();
        long now = Math.round(player.position() * 1000);
        var times = model.desk().document().markers().stream().map(Marker::millis).sorted().toList();
        var found = by > 0 ? times.stream().filter(t -> t > now + 1).findFirst() : times.reversed().stream().filter(t -> t < now - 1)
                .findFirst();
        found.ifPresent(t -> {
            player.seek(t / 1000.0);
            model.viewport().reveal(t / 1000.0, t / 1000.0);
        });
    }
}
