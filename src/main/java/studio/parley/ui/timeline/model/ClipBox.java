package studio.parley.ui.timeline.model;

import java.util.ArrayList;
import java.util.List;
import studio.parley.studio.export.Arrangement.Part;

/** A clip and its rectangle in the drawing. */
public record ClipBox(Part part, int lane, double x, double y, double w, double h) {
    /** All visible parts, in the order of the script. */
    public static List<ClipBox> visible(TimelineSnapshot shown, Viewport view, TimelineMetrics m) {
        double perFrame = 1.0 / shown.arrangement().rate();
        var out = new ArrayList<ClipBox>();
        for (var part : shown.arrangement().parts()) {
            boolean seen = view.x(part.end() * perFrame) >= 0 && view.x(part.start() * perFrame) <= view.width();
            if (seen) out.add(of(part, shown, view, m));
        }
        return out;
    }

    /** The position of a part, visible or not. */
    public static ClipBox of(Part part, TimelineSnapshot shown, Viewport view, TimelineMetrics m) {
        double perFrame = 1.0 / shown.arrangement().rate();
        double x = view.x(part.start() * perFrame);
        int lane = shown.lane(part.line().speaker());
        var row = shown.rows().getOrDefault(part.line().id(), OverlapRows.Row.WHOLE);
        double high = (m.clip() - (row.of() - 1)) / row.of();
        double y = m.laneTop(lane, view.top()) + m.inset() + row.index() * (high + 1);
        return new ClipBox(part, lane, x, y, Math.max(1, view.x(part.end() * perFrame) - x), high);
    }

    public String line() {
        return part.line().id();
    }

    public double right() {
        return x + w;
    }
}
