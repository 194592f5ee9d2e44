package studio.parley.ui.timeline.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import studio.parley.ui.session.TimeRange;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.paint.CssPalette.Ink;

/** What is under and between the clips: lanes, loop, marker lines, hatching where two clips overlap. */
final class LanePainter {
    private static final int TILE = 12;
    private final Map<Color, WritableImage> tiles = new HashMap<>();

    void under(PaintContext p, Optional<TimeRange> loop) {
        var gc = p.gc();
        var m = p.metrics();
        loop.ifPresent(span -> {
            gc.setFill(p.ink(Ink.RANGE));
            gc.setGlobalAlpha(0.45);
            double from = Math.max(0, p.view().x(span.from()));
            gc.fillRect(from, m.ruler(), Math.max(0, Math.min(p.view().width(), p.view().x(span.to())) - from), 1e4);
            gc.setGlobalAlpha(1);
        });
        gc.setFill(p.ink(Ink.LINE));
        for (int lane = 0; lane < p.shown().speakers().size(); lane++) {
            gc.fillRect(0, Math.round(m.laneTop(lane + 1, p.view().top())) - 1, p.view().width(), 1);
        }
        gc.setFill(p.ink(Ink.MARKER));
        gc.setGlobalAlpha(0.5);
        for (var marker : p.shown().document().markers()) {
            gc.fillRect(Math.round(p.view().x(marker.millis() / 1000.0)) - 0.5, m.ruler(), 1, 1e4);
        }
        gc.setGlobalAlpha(1);
    }

    /**
     * Hatches the overlap from the upper to the lower of two clips; as a warning if one speaker says both.
     *
     * @return the lines hatched
     */
    Set<String> overlaps(PaintContext p) {
        var hatched = new HashSet<String>();
        var boxes = new ArrayList<>(p.boxes());
        boxes.sort(Comparator.comparingDouble(ClipBox::x));
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size() && boxes.get(j).x() < boxes.get(i).right(); j++) {
                hatch(p, boxes.get(i), boxes.get(j));
                hatched.addAll(List.of(boxes.get(i).line(), boxes.get(j).line()));
            }
        }
        return hatched;
    }

    private void hatch(PaintContext p, ClipBox a, ClipBox b) {
        double from = Math.max(0, b.x());
        double to = Math.min(p.view().width(), Math.min(a.right(), b.right()));
        if (to - from < 2) return;
        double top = Math.min(a.y(), b.y());
        boolean same = a.part().line().speaker() == b.part().line().speaker();
        var tile = tiles.computeIfAbsent(p.ink(same ? Ink.AMBER : Ink.HATCH), LanePainter::weave);
        p.gc().setFill(new ImagePattern(tile, p.view().x(0) % TILE, 0, TILE, TILE, false));
        p.gc().fillRect(from, top, to - from, Math.max(a.y() + a.h(), b.y() + b.h()) - top);
    }

    /** One tile of diagonal stripes. */
    private static WritableImage weave(Color colour) {
        var tile = new WritableImage(TILE, TILE);
        for (int y = 0; y < TILE; y++) for (int x = 0; x < TILE; x++) {
            int d = Math.floorMod(x - y, TILE);
            double edge = d == 0 || d == 5 ? 0.5 : d < 5 ? 1 : 0;
            tile.getPixelWriter().setColor(x, y, colour.deriveColor(0, 1, 1, edge * 0.6));
        }
        return tile;
    }
}
