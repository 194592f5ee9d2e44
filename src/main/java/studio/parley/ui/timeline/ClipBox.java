package studio.parley.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import studio.parley.studio.export.Arrangement.Part;

/** A sounding take and the rectangle it is drawn in. */
record ClipBox(Part part, int lane, double x, double y, double w, double h) {
    /** All parts of which something is seen, in the order of the script. */
    static List<ClipBox> visible(Shown shown, Viewport view, Metrics m) {
        double perFrame = 1.0 / shown.arrangement().rate();
        var out = new ArrayList<ClipBox>();
        for (var part : shown.arrangement().parts()) {
            double x = view.x(part.start() * perFrame);
            double to = view.x(part.end() * perFrame);
            if (to >= 0 && x <= view.width()) out.add(at(part, shown.lane(part.line().speaker()), x, to, view, m));
        }
        return out;
    }

    private static ClipBox at(Part part, int lane, double x, double to, Viewport view, Metrics m) {
        return new ClipBox(part, lane, x, m.laneTop(lane, view.top()) + m.inset(), Math.max(1, to - x), m.clip());
    }

    String line() {
        return part.line().id();
    }

    double right() {
        return x + w;
    }

    boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= y + h;
    }
}
