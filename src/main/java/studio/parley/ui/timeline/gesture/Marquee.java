package studio.parley.ui.timeline.gesture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import studio.parley.studio.document.model.Selection;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** A rectangle that selects the clips it touches; its start stays in place while the view scrolls. */
final class Marquee implements Gesture {
    private final TimelineModel model;
    private final TimelineCanvas surface;
    private final Region frame = new Region();
    private final double fromSeconds;
    private final double fromDepth;
    private final Selection before;
    private final List<String> kept;

    /** @param add whether the current selection is kept */
    Marquee(TimelineModel model, TimelineCanvas surface, double x, double y, boolean add) {
        this.model = model;
        this.surface = surface;
        fromSeconds = model.viewport().seconds(x);
        fromDepth = y + model.viewport().top();
        before = model.session().selection();
        kept = add ? before.lines() : List.of();
        frame.getStyleClass().add("marquee");
        frame.setMouseTransparent(true);
        surface.above(frame);
    }

    @Override
    public void drag(double x, double y, Held held) {
        double fromX = model.viewport().x(fromSeconds);
        double fromY = fromDepth - model.viewport().top();
        var area = new Rectangle2D(Math.min(x, fromX), Math.min(y, fromY), Math.abs(x - fromX), Math.abs(y - fromY));
        frame.resizeRelocate(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
        var found = new LinkedHashSet<>(kept);
        for (var part : model.shown().arrangement().parts()) {
            var box = ClipBox.of(part, model.shown(), model.viewport(), surface.metrics());
            if (area.intersects(box.x(), box.y(), box.w(), box.h())) found.add(box.line());
        }
        var lines = new ArrayList<>(found);
        model.session().select(lines, lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()));
    }

    @Override
    public String readout() {
        return Messages.of("timeline.readout.clips", model.session().selection().lines().size());
    }

    @Override
    public void release() {
        surface.below(frame);
    }

    @Override
    public void cancel() {
        surface.below(frame);
        model.session().select(before);
    }
}
