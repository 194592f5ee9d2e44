package studio.parley.ui.timeline;

import java.util.List;

/** Finds what is under a point, the nearest to the eye first. */
final class HitTest {
    private final TimelineModel model;
    private final Surface surface;
    private final Playhead playhead;

    HitTest(TimelineModel model, Surface surface, Playhead playhead) {
        this.model = model;
        this.surface = surface;
        this.playhead = playhead;
    }

    Hit at(double x, double y) {
        if (playhead.isKnob(x, y)) return new Hit.Knob();
        for (var badge : surface.badges()) if (badge.contains(x, y)) return new Hit.BadgeOf(badge);
        return y < surface.metrics().ruler() ? ruler(x, y) : clips(x, y);
    }

    private Hit ruler(double x, double y) {
        var view = model.viewport();
        var m = surface.metrics();
        for (var marker : model.shown().document().markers()) {
            double at = view.x(marker.millis() / 1000.0);
            double w = y > 2 * m.marks() - m.ruler() ? Math.max(8, Math.min(140, marker.label().length() * m.small() * 0.6) + 8) : 4;
            if (x >= at - 4 && x <= at + w) return new Hit.MarkerFlag(marker);
        }
        var loop = model.desk().player().loopProperty().get();
        if (loop.isPresent() && Math.abs(view.x(loop.get().from()) - x) < m.grip()) return new Hit.LoopEdge(true);
        if (loop.isPresent() && Math.abs(view.x(loop.get().to()) - x) < m.grip()) return new Hit.LoopEdge(false);
        return new Hit.Ruler();
    }

    /** What is drawn last lies on top; a selected clip lies above all. */
    private Hit clips(double x, double y) {
        var selected = model.desk().selection().lines();
        List<ClipBox> boxes = surface.boxes();
        Hit found = new Hit.Nothing();
        for (var box : boxes) {
            if (y < box.y() || y > box.y() + box.h() || x < box.x() - 3 || x > box.right() + 3) continue;
            boolean chosen = selected.contains(box.line());
            found = clip(box, x, y);
            if (chosen) return found;
        }
        return found;
    }

    private Hit clip(ClipBox box, double x, double y) {
        var m = surface.metrics();
        double grip = Math.min(m.grip(), box.w() / 5);
        if (Handles.hasFades(box, m) && y < box.y() + 10 * m.em()) {
            double rate = model.shown().arrangement().rate();
            if (Math.abs(x - Handles.fadeIn(box, model.viewport(), rate)) < 6 * m.em()) return new Hit.FadeHandle(box, true);
            if (Math.abs(x - Handles.fadeOut(box, model.viewport(), rate)) < 6 * m.em()) return new Hit.FadeHandle(box, false);
        }
        if (!Handles.hasEdges(box)) return new Hit.Body(box);
        if (x <= box.x() + grip) return new Hit.Edge(box, true);
        if (x >= box.right() - grip) return new Hit.Edge(box, false);
        return isGain(box, x, y, m) ? new Hit.GainGrip(box) : new Hit.Body(box);
    }

    private boolean isGain(ClipBox box, double x, double y, Metrics m) {
        if (!Handles.hasGain(box, model.viewport(), m)) return false;
        double middle = Handles.gainY(box, model.shown().document().decoration(box.line()).gainDb(), m);
        return Math.abs(x - Handles.gainX(box, model.viewport(), m)) <= Handles.grip(m) + 1 && Math.abs(y - middle) <= Handles.grip(m) + 1;
    }
}
