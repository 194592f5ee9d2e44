package studio.parley.ui.timeline.gesture;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.timing.DragLimits;
import studio.parley.studio.timing.LineTimes;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.RelationWords;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/**
 * Drags the selected clips along the time, or to another speaker's track, who then speaks them. They stop where their speaker already
 * speaks, and where only a pin would lead: Alt pins.
 */
final class ClipDrag {
    private final TimelineModel model;
    private final TimelineCanvas surface;
    private final SnapSession snaps;
    private final Collection<String> lines;
    private final LineTimes.Span held;
    private final double pressed;
    private final boolean oneSpeaker;
    private final long length;
    private final long before;
    private final DragLimits limits;
    private Optional<DragLimits.Obstacle> obstacle = Optional.empty();

    /** @param held the line under the mouse */
    ClipDrag(TimelineModel model, TimelineCanvas surface, SnapSession snaps, String held, double pressed) {
        this.model = model;
        this.surface = surface;
        this.snaps = snaps;
        var document = model.session().document();
        var chosen = model.session().selection().lines();
        lines = chosen.contains(held) ? chosen : List.of(held);
        var times = LineTimes.of(document);
        this.held = times.of(held).orElseThrow();
        this.pressed = model.viewport().seconds(pressed);
        var dragged = lines.stream().flatMap(l -> times.of(l).stream()).toList();
        oneSpeaker = dragged.stream().map(LineTimes.Span::speaker).distinct().count() == 1;
        before = this.held.start() - dragged.stream().mapToLong(LineTimes.Span::start).min().orElse(this.held.start());
        length = this.held.length();
        limits = new DragLimits(document, lines);
        snaps.begin(lines, pressed);
    }

    Edit at(double x, double y, Gesture.Held keys) {
        long wanted = held.start() + Math.round((model.viewport().seconds(snaps.x(x)) - this.pressed) * 1000);
        long distance = Math.max(before, snaps.clip(wanted, length, keys.free())) - held.start();
        var onto = speakerAt(y);
        var limited = limits.by(distance, onto, model.options().ripple().get(), keys.alternative());
        obstacle = limited.obstacle();
        if (obstacle.isPresent()) snaps.hide();
        return limited.edit();
    }

    private OptionalInt speakerAt(double y) {
        var m = surface.metrics();
        int lane = (int) Math.floor((y - m.laneTop(0, model.viewport().top())) / m.lane());
        var speakers = model.shown().speakers();
        if (!oneSpeaker || lane < 0 || lane >= speakers.size() || speakers.get(lane).number() == held.speaker()) return OptionalInt.empty();
        return OptionalInt.of(speakers.get(lane).number());
    }

    String readout() {
        var now = RelationWords.place(model.shown().document(), held.line());
        var stops = obstacle.map(o -> "\n" + RelationWords.obstacle(model.shown().document(), o)).orElse("");
        return now + stops + RelationWords.others(model.session().document(), model.shown().document(), lines);
    }
}
