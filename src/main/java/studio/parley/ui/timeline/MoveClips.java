package studio.parley.ui.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import studio.parley.studio.timing.ClipMoves;
import studio.parley.studio.timing.LineTimes;

/** The selected clips dragged along the time, or onto another speaker's track, who speaks them from then on. */
final class MoveClips implements Gesture {
    private final TimelineModel model;
    private final Surface surface;
    private final Snaps snaps;
    private final Collection<String> lines;
    private final LineTimes.Span held;
    private final double pressed;
    private final boolean oneSpeaker;

    /** @param held the line under the mouse */
    MoveClips(TimelineModel model, Surface surface, Snaps snaps, String held, double pressed) {
        this.model = model;
        this.surface = surface;
        this.snaps = snaps;
        var document = model.desk().document();
        var chosen = model.desk().selectionProperty().get().lines();
        lines = chosen.contains(held) ? chosen : List.of(held);
        var times = LineTimes.of(document);
        this.held = times.of(held).orElseThrow();
        this.pressed = model.viewport().seconds(pressed);
        oneSpeaker = lines.stream().flatMap(l -> times.of(l).stream()).map(LineTimes.Span::speaker).distinct().count() == 1;
        snaps.begin(lines);
    }

    @Override
    public void drag(double x, double y, boolean free) {
        long wanted = held.start() + Math.round((model.viewport().seconds(x) - pressed) * 1000);
        long distance = snaps.clip(wanted, held.length(), free) - held.start();
        var ripple = model.options().ripple().get();
        var other = speakerAt(y).filter(s -> oneSpeaker && s != held.speaker());
        if (other.isPresent()) model.attempt(ClipMoves.onto(lines, distance, other.get(), ripple));
        else if (lines.size() == 1) model.attempt(ClipMoves.to(held.line(), Math.max(0, held.start() + distance), ripple));
        else model.attempt(ClipMoves.by(lines, distance, ripple));
    }

    private Optional<Integer> speakerAt(double y) {
        var m = surface.metrics();
        int lane = (int) Math.floor((y - m.laneTop(0, model.viewport().top())) / m.lane());
        var speakers = model.shown().speakers();
        return lane < 0 || lane >= speakers.size() ? Optional.empty() : Optional.of(speakers.get(lane).number());
    }

    @Override
    public void release() {
        snaps.end();
        model.commit();
    }

    @Override
    public void cancel() {
        snaps.end();
        model.abandon();
    }
}
