package studio.parley.ui.timeline.paint;

import java.util.Map;
import java.util.Optional;
import javafx.scene.text.TextAlignment;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.render.RenderStatus;
import studio.parley.studio.timing.LineTimes;
import studio.parley.ui.timeline.paint.CssPalette.Ink;

/** Lines that are being rendered: a dashed box that grows with every frame, with the waveform so far. */
record LiveClipPainter(LivePeaks waves) {
    void paint(PaintContext p, Map<String, RenderStatus> statuses) {
        waves.keep(statuses.keySet());
        if (statuses.values().stream().noneMatch(s -> s instanceof RenderStatus.Speaking)) return;
        var times = LineTimes.of(p.shown().document());
        statuses.forEach((line, status) -> {
            if (status instanceof RenderStatus.Speaking s) times.of(line).ifPresent(span -> grow(p, span, s.seconds()));
        });
    }

    private void grow(PaintContext p, LineTimes.Span span, double made) {
        var m = p.metrics();
        var gc = p.gc();
        var wave = waves.of(span.line());
        double speed = p.shown().document().decoration(span.line()).speed();
        double seconds = Math.max(made, wave.map(LivePeaks.Wave::seconds).orElse(0.0)) / speed;
        double x = p.view().x(span.start() / 1000.0);
        double w = Math.max(6, seconds * p.view().scale());
        double y = m.laneTop(p.shown().lane(span.speaker()), p.view().top()) + m.inset();
        gc.setFill(p.ink(Ink.GROUND));
        gc.fillRoundRect(x, y, w, m.clip(), 12, 12);
        gc.setFill(p.faint(span.speaker()));
        gc.fillRoundRect(x, y, w, m.clip(), 12, 12);
        gc.setStroke(p.strong(span.speaker()));
        gc.setLineWidth(1);
        gc.setLineDashes(4, 3);
        gc.strokeRoundRect(x + 0.5, y + 0.5, w - 1, m.clip() - 1, 12, 12);
        gc.setLineDashes();
        gc.setFill(p.strong(span.speaker()));
        bars(p, wave, speed, x, y, w);
        words(p, seconds, x, y, w);
    }

    private static void bars(PaintContext p, Optional<LivePeaks.Wave> wave, double speed, double x, double y, double w) {
        var m = p.metrics();
        double reach = (m.clip() - m.name() - 3 * m.em()) / 2;
        double middle = y + m.name() + reach;
        wave.ifPresent(sound -> {
            for (double at = 3; at < w - 4; at += WavePainter.PITCH) {
                float loud = sound.between(at * speed / p.view().scale(), (at + WavePainter.PITCH) * speed / p.view().scale());
                WavePainter.bar(p, x + at, middle, reach, loud);
            }
        });
    }

    private static void words(PaintContext p, double seconds, double x, double y, double w) {
        var font = p.fit().font(p.metrics().text());
        var words = p.fit().fit(TimeFormat.seconds(seconds) + "\u2026", font, w - 10);
        p.text(words, font, p.ink(Ink.MUTED), TextAlignment.LEFT, x + 6, y + p.metrics().name() / 2 + 1);
    }
}
