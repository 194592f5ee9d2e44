package studio.parley.ui.timeline;

import javafx.geometry.VPos;
import javafx.scene.text.TextAlignment;
import studio.parley.render.RenderStatus;
import studio.parley.studio.timing.LineTimes;
import studio.parley.ui.kit.Clock;
import studio.parley.ui.timeline.Inks.Ink;

/** Lines that are being spoken now: a dashed box that grows by 80 ms with every frame. */
final class GrowingPainter {
    private static final double FRAME_SECONDS = 0.08;

    private GrowingPainter() {}

    static void paint(Painting p, java.util.Map<String, RenderStatus> statuses) {
        if (statuses.values().stream().noneMatch(s -> s instanceof RenderStatus.Speaking)) return;
        var times = LineTimes.of(p.shown().document());
        statuses.forEach((line, status) -> {
            if (status instanceof RenderStatus.Speaking(int frames, int limit)) times.of(line).ifPresent(span -> grow(p, span, frames));
        });
    }

    private static void grow(Painting p, LineTimes.Span span, int frames) {
        var m = p.metrics();
        var gc = p.gc();
        double seconds = frames * FRAME_SECONDS;
        double x = p.view().x(span.start() / 1000.0);
        double w = Math.max(6, seconds * p.view().scale());
        double y = m.laneTop(p.shown().lane(span.speaker()), p.view().top()) + m.inset();
        gc.setFill(p.faint(span.speaker()));
        gc.fillRoundRect(x, y, w, m.clip(), 12, 12);
        gc.setStroke(p.strong(span.speaker()));
        gc.setLineWidth(1);
        gc.setLineDashes(4, 3);
        gc.strokeRoundRect(x + 0.5, y + 0.5, w - 1, m.clip() - 1, 12, 12);
        gc.setLineDashes();
        var font = p.fit().font(m.text());
        gc.setFont(font);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.setFill(p.ink(Ink.MUTED));
        gc.fillText(p.fit().fit(Clock.seconds(seconds), font, w - 10), x + 6, y + m.name() / 2 + 1);
    }
}
