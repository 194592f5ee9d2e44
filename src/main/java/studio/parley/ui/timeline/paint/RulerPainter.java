package studio.parley.ui.timeline.paint;

import java.util.Optional;
import javafx.scene.text.TextAlignment;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.ui.session.TimeRange;
import studio.parley.ui.timeline.model.TimelineMetrics;
import studio.parley.ui.timeline.model.Viewport;
import studio.parley.ui.timeline.paint.CssPalette.Ink;

/** The ruler: times as sparse as the zoom requires, the loop, the markers. */
public final class RulerPainter {
    private static final double[] STEPS = {0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15,
            30, 60, 120, 300, 600,
        900, 1800, 3600, 7200, 14400, 28800, 86400};

    private RulerPainter() {}

    static void paint(PaintContext p, Optional<TimeRange> loop) {
        var gc = p.gc();
        double h = p.metrics().ruler();
        gc.setFill(p.ink(Ink.GROUND));
        gc.fillRect(0, 0, p.view().width(), h);
        loop.ifPresent(span -> loop(p, span, h));
        double step = step(p.view(), p.metrics());
        var font = p.fit().font(p.metrics().text());
        long last = (long) Math.ceil(p.view().right() / step);
        for (long i = Math.max(0, (long) Math.floor(p.view().left() / step)); i <= last; i++) {
            var time = text(i * step, step);
            // The first one is not cut by the edge.
            double half = p.fit().width(time, font) / 2 + 2;
            double x = p.view().x(i * step);
            double right = Math.max(half, p.view().width() - half);
            if (x > -half && x < p.view().width() + half) p.text(time, font, p.ink(Ink.RULER), TextAlignment.CENTER, Math.clamp(x, half, right), p.metrics().times());
        }
        markers(p, h, p.metrics().marks());
    }

    private static void loop(PaintContext p, TimeRange span, double h) {
        double from = Math.max(-2, p.view().x(span.from()));
        double to = Math.min(p.view().width() + 2, p.view().x(span.to()));
        if (to <= from) return;
        p.gc().setFill(p.ink(Ink.RANGE));
        p.gc().fillRect(from, 3, to - from, h - 6);
        p.gc().setFill(p.ink(Ink.ACCENT));
        p.gc().fillRect(from, 3, 2, h - 6);
        p.gc().fillRect(to - 2, 3, 2, h - 6);
    }

    private static void markers(PaintContext p, double h, double middle) {
        var font = p.fit().font(p.metrics().small());
        for (var marker : p.shown().document().markers()) {
            double x = p.view().x(marker.millis() / 1000.0);
            double w = Math.min(140, p.fit().width(marker.label(), font)) + 8;
            if (x + w < 0 || x > p.view().width()) continue;
            p.gc().setFill(p.ink(Ink.MARKER));
            double top = 2 * middle - h;
            p.gc().fillRect(x - 0.75, top, 1.5, h - top);
            p.gc().setFill(p.ink(Ink.GROUND));
            p.gc().fillRoundRect(x, top, w, h - top, 5, 5);
            p.gc().setFill(p.ink(Ink.MARKER));
            p.gc().setGlobalAlpha(0.25);
            p.gc().fillRoundRect(x, top, w, h - top, 5, 5);
            p.gc().setGlobalAlpha(1);
            p.text(p.fit().fit(marker.label(), font, 140), font, p.ink(Ink.TEXT), TextAlignment.LEFT, x + 4, middle);
        }
    }

    /** Seconds between two times on the ruler. */
    static double step(Viewport view, TimelineMetrics m) {
        double least = 66 * m.em() / view.scale();
        for (var step : STEPS) if (step >= least) return step;
        return STEPS[STEPS.length - 1];
    }

    /** As short as the step allows: {@code 0:04}, {@code 0:04.25}, {@code 1:02:03}. */
    public static String text(double seconds, double step) {
        int digits = step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step) - 1e-9);
        return TimeFormat.clock(seconds, digits);
    }
}
