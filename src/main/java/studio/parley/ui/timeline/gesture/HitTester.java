package studio.parley.ui.timeline.gesture;

import java.util.List;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.model.TimelineMetrics;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.Handles;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** Finds what is under a point, topmost first. */
public record HitTester(TimelineModel model, TimelineCanvas surface, PlayheadNode playhead) {
    public HitTarget at(double x, double y) {
        if (playhead.isKnob(x, y)) return new HitTarget.Knob();
        for (var badge : surface.badges()) if (badge.contains(x, y)) return new HitTarget.BadgeOf(badge);
        return y < surface.metrics().ruler() ? ruler(x, y) : clips(x, y);
    }

    private HitTarget ruler(double x, double y) {
        var view = model.viewport();
        var m = surface.metrics();
        for (var marker : model.shown().document().markers()) {
            double at = view.x(marker.millis() / 1000.0);
            double w = y > 2 * m.marks() - m.ruler() ? Math.max(8, Math.min(140, marker.label().length() * m.small() * 0.6) + 8) : 4;
            if (x >= at - 4 && x <= at + w) return new HitTarget.MarkerFlag(marker);
        }
        var loop = model.session().player().loopProperty().get();
        if (loop.isPresent() && Math.abs(view.x(loop.get().from()) - x) < m.grip()) return new HitTarget.LoopEdge(true);
        if (loop.isPresent() && Math.abs(view.x(loop.get().to()) - x) < m.grip()) return new HitTarget.LoopEdge(false);
        return new HitTarget.Ruler();
    }

    /** What is drawn last is on top; a selected clip is above all. */
    private HitTarget clips(double x, double y) {
        var selected = model.session().selection().lines();
        List<ClipBox> boxes = surface.boxes();
        HitTarget found = new HitTarget.Nothing();
        for (var box : boxes) {
            if (y < box.y() || y > box.y() + box.h() || x < box.x() - 3 || x > box.right() + 3) continue;
            boolean chosen = selected.contains(box.line());
            found = clip(box, x, y);
            if (chosen) return found;
        }
        return found;
    }

    private HitTarget clip(ClipBox box, double x, double y) {
        var m = surface.metrics();
        double grip = Math.min(m.grip(), box.w() / 5);
        if (Handles.hasFades(box, m) && y < box.y() + 10 * m.em()) {
            double rate = model.shown().arrangement().rate();
            if (Math.abs(x - Handles.fadeIn(box, model.viewport(), rate)) < 6 * m.em()) return new HitTarget.FadeHandle(box, true);
            if (Math.abs(x - Handles.fadeOut(box, model.viewport(), rate)) < 6 * m.em()) return new HitTarget.FadeHandle(box, false);
        }
        if (!Handles.hasEdges(box)) return new HitTarget.Body(box);
        if (x <= box.x() + grip) return new HitTarget.Edge(box, true);
        if (x >= box.right() - grip) return new HitTarget.Edge(box, false);
        return isGain(box, x, y, m) ? new HitTarget.GainGrip(box) : new HitTarget.Body(box);
    }

    private boolean isGain(ClipBox box, double x, double y, TimelineMetrics m) {
        if (!Handles.hasGain(box, model.viewport(), m)) return false;
        double middle = Handles.gainY(box, model.shown().document().decoration(box.line()).gainDb(), m);
        return Math.abs(x - Handles.gainX(box, model.viewport(), m)) <= Handles.grip(m) + 1 && Math.abs(y - middle) <= Handles.grip(m) + 1;
    }
}
