package studio.parley.ui.timeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import studio.parley.studio.document.Selection;

/** A rectangle that selects the clips it touches. */
final class Marquee implements Gesture {
    private final TimelineModel model;
    private final Surface surface;
    private final Region frame = new Region();
    private final double fromX;
    private final double fromY;
    private final Selection before;
    private final List<String> kept;

    /** @param add whether what is selected already stays selected */
    Marquee(TimelineModel model, Surface surface, double x, double y, boolean add) {
        this.model = model;
        this.surface = surface;
        fromX = x;
        fromY = y;
        before = model.desk().selectionProperty().get();
        kept = add ? before.lines() : List.of();
        frame.getStyleClass().add("marquee");
        frame.setMouseTransparent(true);
        surface.above(frame);
    }

    @Override
    public void drag(double x, double y, boolean free) {
        double left = Math.min(x, fromX);
        double top = Math.min(y, fromY);
        double w = Math.abs(x - fromX);
        double h = Math.abs(y - fromY);
        frame.resizeRelocate(left, top, w, h);
        var found = new LinkedHashSet<>(kept);
        for (var box : surface.boxes()) {
            if (box.x() < left + w && box.right() > left && box.y() < top + h && box.y() + box.h() > top) found.add(box.line());
        }
        var lines = new ArrayList<>(found);
        model.desk().select(lines, lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()));
    }

    @Override
    public void release() {
        surface.below(frame);
    }

    @Override
    public void cancel() {
        surface.below(frame);
        model.desk().select(before);
    }
}
