package studio.parley.ui.timeline.view;

import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.timeline.gesture.DecibelField;
import studio.parley.ui.timeline.gesture.HitTarget;
import studio.parley.ui.timeline.gesture.HitTester;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.RelationWords;
import studio.parley.ui.timeline.paint.RulerPainter;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** The tooltips of drawn things. */
final class TimelineTooltips {
    private final TimelineModel model;
    private final TimelineCanvas surface;
    private final HitTester hits;
    private final Tooltip tip = new Tooltip();
    private final PauseTransition rest = new PauseTransition(Duration.millis(500));
    private double x;
    private double y;

    TimelineTooltips(TimelineModel model, TimelineCanvas surface, HitTester hits) {
        this.model = model;
        this.surface = surface;
        this.hits = hits;
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        tip.setId("timeline-tip");
        rest.setOnFinished(e -> show());
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, e -> hide());
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> hide());
    }

    private void moved(MouseEvent e) {
        hide();
        x = e.getX();
        y = e.getY();
        rest.playFromStart();
    }

    private void hide() {
        rest.stop();
        tip.hide();
    }

    private void show() {
        var text = text(hits.at(x, y));
        if (text.isEmpty() || surface.getScene() == null || !surface.getScene().getWindow().isShowing()) return;
        tip.setText(text);
        var at = surface.localToScreen(x + 12, y + 16);
        tip.show(surface, at.getX(), at.getY());
    }

    String text(HitTarget hit) {
        return switch (hit) {
            case HitTarget.BadgeOf b -> Messages.of("timeline.tip.badge", b.badge().text());
            case HitTarget.FadeHandle f -> Messages.of("timeline.tip.fade", fade(f));
            case HitTarget.GainGrip g -> Messages.of("timeline.tip.gain", DecibelField.text(model.shown().document().decoration(g.line()).gainDb()));
            case HitTarget.MarkerFlag(var marker) -> marker.label() + "\n" + RulerPainter.text(marker.millis() / 1000.0, 0.001);
            case HitTarget.Ruler r -> RulerPainter.text(Math.max(0, model.viewport().seconds(x)), 0.001);
            case HitTarget.Body b -> ClipWords.tooltip(model, b.box().part());
            case HitTarget.Edge e -> ClipWords.tooltip(model, e.box().part());
            default -> "";
        };
    }

    private String fade(HitTarget.FadeHandle f) {
        var own = model.shown().document().decoration(f.line());
        return RelationWords.millis(f.start() ? own.fadeInMillis() : own.fadeOutMillis());
    }
}
