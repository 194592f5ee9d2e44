package studio.parley.ui.timeline.gesture;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.layout.Region;
import studio.parley.studio.timing.SnapTargets;
import studio.parley.studio.timing.WordEdges;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** Snapping of one drag: targets collected when it begins, and the line that shows the current target. */
public final class SnapSession {
    private static final double PIXELS = 8;
    private final TimelineModel model;
    private final TimelineCanvas surface;
    private final Region guide = new Region();
    private SnapTargets targets;
    private double from;
    private boolean sideways;

    public SnapSession(TimelineModel model, TimelineCanvas surface) {
        this.model = model;
        this.surface = surface;
        targets = SnapTargets.of(model.session().document(), OptionalLong.empty(), List.of(), false);
        guide.getStyleClass().add("snap-guide");
        guide.setMouseTransparent(true);
        guide.setVisible(false);
        surface.above(guide);
    }

    /**
     * Collects the targets; the edges of the dragged lines do not count.
     *
     * @param x where the mouse was pressed
     */
    void begin(Collection<String> dragged, double x) {
        from = x;
        sideways = false;
        var playhead = OptionalLong.of(Math.round(model.session().player().position() * 1000));
        targets = SnapTargets.of(model.session().document(), playhead, dragged, false);
    }

    void end() {
        hide();
    }

    /** There was no target: the drag stopped elsewhere. */
    void hide() {
        guide.setVisible(false);
    }

    /** The effective mouse position: as long as the mouse only goes up and down, where it was pressed, so that nothing moves in time. */
    double x(double x) {
        sideways |= Math.abs(x - from) >= MouseController.SLACK;
        return sideways ? x : from;
    }

    /** A time in milliseconds, snapped. */
    long point(long millis, boolean free) {
        var met = isOff(free) ? Optional.<SnapTargets.Target>empty() : targets.near(millis, tolerance());
        show(met.map(SnapTargets.Target::millis));
        return met.map(SnapTargets.Target::millis).orElse(Math.max(0, millis));
    }

    /** A time for the edge of a clip: snapped, and beside the word that would be cut there. */
    long edge(long millis, WordEdges words, boolean free) {
        long at = point(millis, free);
        if (isOff(free)) return at;
        long beside = words.outside(at);
        if (beside != at) show(Optional.of(beside));
        return beside;
    }

    /** The start of a clip with a length, either of whose edges snaps. */
    long clip(long start, long length, boolean free) {
        if (isOff(free)) {
            show(Optional.empty());
            return start;
        }
        var snapped = targets.clip(start, length, tolerance());
        show(snapped.target().map(SnapTargets.Target::millis));
        return snapped.start();
    }

    private boolean isOff(boolean free) {
        return free || !sideways || !model.options().snapping().get();
    }

    private long tolerance() {
        return Math.max(0, Math.round(PIXELS / model.viewport().scale() * 1000));
    }

    private void show(Optional<Long> met) {
        guide.setVisible(met.isPresent());
        met.ifPresent(at -> guide.resizeRelocate(Math.round(model.viewport().x(at / 1000.0)), 0, 1, surface.getHeight()));
    }
}
