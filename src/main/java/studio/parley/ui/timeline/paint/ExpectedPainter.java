package studio.parley.ui.timeline.paint;

import javafx.scene.text.TextAlignment;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.studio.export.ExpectedTimeline;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.timeline.paint.CssPalette.Ink;

/** Lines that are still to be rendered: dashed boxes of their estimated length. */
final class ExpectedPainter {
    private ExpectedPainter() {}

    static void paint(PaintContext p) {
        double perFrame = 1.0 / p.shown().arrangement().rate();
        for (var place : p.shown().expected()) {
            double x = p.view().x(place.start() * perFrame);
            double to = p.view().x(place.end() * perFrame);
            if (to >= 0 && x <= p.view().width()) box(p, place, x, Math.max(3, to - x), (place.end() - place.start()) * perFrame);
        }
    }

    private static void box(PaintContext p, ExpectedTimeline.Place place, double x, double w, double seconds) {
        var m = p.metrics();
        var gc = p.gc();
        int speaker = place.line().speaker();
        double y = m.laneTop(p.shown().lane(speaker), p.view().top()) + m.inset();
        gc.setGlobalAlpha(0.45);
        gc.setFill(p.faint(speaker));
        gc.fillRoundRect(x, y, w, m.clip(), 12, 12);
        gc.setGlobalAlpha(1);
        gc.setStroke(p.selected().contains(place.line().id()) ? p.strong(speaker) : p.ink(Ink.LINE));
        gc.setLineWidth(1);
        gc.setLineDashes(3, 3);
        gc.strokeRoundRect(x + 0.5, y + 0.5, Math.max(1, w - 1), m.clip() - 1, 12, 12);
        gc.setLineDashes();
        var font = p.fit().font(m.text());
        var words = Messages.of("timeline.expected", place.number(), TimeFormat.seconds(seconds));
        // A truncated time would be another time.
        boolean fits = p.fit().width(words, font) <= w - 10;
        var shown = fits ? words : p.fit().fit(String.valueOf(place.number()), font, w - 10);
        p.text(shown, font, p.ink(Ink.MUTED), TextAlignment.LEFT, x + 6, y + m.name() / 2 + 1);
    }
}
