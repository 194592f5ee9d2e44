package studio.parley.ui.timeline.paint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import studio.parley.dialogue.TimingRelation;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.model.TimelineMetrics;
import studio.parley.ui.timeline.paint.CssPalette.Ink;

/** The relation of a clip to the previous one, at the upper edge of its lane where it starts. */
public record Badge(String line, String text, double x, double y, double w, double h) {
    /** Narrower clips show theirs only if they are selected. */
    private static final double LEAST_WIDTH = 26;

    /** Badges of visible clips that do not follow the previous one by default, as far as there is space; those of selected lines always. */
    static List<Badge> of(PaintContext p) {
        var font = font(p.fit(), p.metrics());
        var out = new ArrayList<Badge>();
        var taken = new HashMap<Integer, Double>();
        for (var box : p.boxes()) {
            boolean first = box.part().number() == 1 && !(box.part().line().relation() instanceof TimingRelation.PinnedAt);
            boolean selected = p.isSelected(box);
            if (first || box.x() < -20 || box.x() > p.view().width() || !selected && RelationWords.isUsual(box.part().line())) continue;
            if (box.w() < LEAST_WIDTH && !selected) continue;
            var badge = at(box, font, p);
            if (badge.x() <= taken.getOrDefault(box.lane(), -1e9) && !selected) continue;
            taken.put(box.lane(), badge.x() + badge.w() + 4);
            out.add(badge);
        }
        return out;
    }

    static Font font(TextEllipsizer fit, TimelineMetrics m) {
        return fit.font(m.small());
    }

    private static Badge at(ClipBox box, Font font, PaintContext p) {
        var m = p.metrics();
        var text = RelationWords.badge(box.part().line());
        double w = p.fit().width(text, font) + 14 * m.em();
        double y = Math.max(m.ruler() - 3, m.laneTop(box.lane(), p.view().top()) - m.badge() / 2);
        // Complete at both edges, as far as its clip is visible.
        double x = Math.max(2, Math.min(box.x() - w * 0.45, p.view().width() - w - 2));
        return new Badge(box.line(), text, x, y, w, m.badge());
    }

    public boolean contains(double px, double py) {
        return px >= x && px <= x + w && py >= y && py <= y + h;
    }

    /** Draws the relations. */
    static void paint(PaintContext p, List<Badge> badges) {
        var gc = p.gc();
        var font = font(p.fit(), p.metrics());
        gc.setLineWidth(1);
        for (var badge : badges) {
            boolean selected = p.selected().contains(badge.line());
            gc.setFill(p.ink(Ink.BADGE));
            gc.fillRoundRect(badge.x(), badge.y(), badge.w(), badge.h(), badge.h(), badge.h());
            gc.setStroke(p.ink(selected ? Ink.ACCENT : Ink.STRONG));
            gc.strokeRoundRect(badge.x() + 0.5, badge.y() + 0.5, badge.w() - 1, badge.h() - 1, badge.h() - 1, badge.h() - 1);
            p.text(badge.text(), font, p.ink(selected ? Ink.TEXT : Ink.MUTED), TextAlignment.CENTER, badge.x() + badge.w() / 2, badge.y() + badge.h() / 2);
        }
    }
}
