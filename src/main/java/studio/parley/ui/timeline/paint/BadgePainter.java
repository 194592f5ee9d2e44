package studio.parley.ui.timeline.paint;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.text.TextAlignment;
import studio.parley.ui.timeline.paint.CssPalette.Ink;

/** Draws the relations. */
final class BadgePainter {
    private BadgePainter() {}

    static void paint(PaintContext p, List<Badge> badges) {
        var gc = p.gc();
        gc.setFont(Badge.font(p.fit(), p.metrics()));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        gc.setLineWidth(1);
        for (var badge : badges) {
            boolean selected = p.selected().contains(badge.line());
            gc.setFill(p.ink(Ink.BADGE));
            gc.fillRoundRect(badge.x(), badge.y(), badge.w(), badge.h(), badge.h(), badge.h());
            gc.setStroke(p.ink(selected ? Ink.ACCENT : Ink.STRONG));
            gc.strokeRoundRect(badge.x() + 0.5, badge.y() + 0.5, badge.w() - 1, badge.h() - 1, badge.h() - 1, badge.h() - 1);
            gc.setFill(p.ink(selected ? Ink.TEXT : Ink.MUTED));
            gc.fillText(badge.text(), badge.x() + badge.w() / 2, badge.y() + badge.h() / 2);
        }
    }
}
