package studio.parley.ui.timeline;

import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import studio.parley.ui.kit.Texts;

/** What a person reads when the mouse rests on something drawn. */
final class Tips {
    private final TimelineModel model;
    private final Surface surface;
    private final HitTest hits;
    private final Tooltip tip = new Tooltip();
    private final PauseTransition rest = new PauseTransition(Duration.millis(500));
    private double x;
    private double y;

    Tips(TimelineModel model, Surface surface, HitTest hits) {
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

    String text(Hit hit) {
        return switch (hit) {
            case Hit.BadgeOf b -> Texts.of("timeline.tip.badge", b.badge().text());
            case Hit.FadeHandle f -> Texts.of("timeline.tip.fade", fade(f));
            case Hit.GainGrip g -> Texts.of("timeline.tip.gain", DecibelField.text(model.shown().document().decoration(g.line()).gainDb()));
            case Hit.MarkerFlag(var marker) -> marker.label() + "\n" + RulerPainter.text(marker.millis() / 1000.0, 0.001);
            case Hit.Ruler r -> RulerPainter.text(Math.max(0, model.viewport().seconds(x)), 0.001);
            case Hit.Body b -> ClipWords.tooltip(model, b.box().part());
            case Hit.Edge e -> ClipWords.tooltip(model, e.box().part());
            default -> "";
        };
    }

    private String fade(Hit.FadeHandle f) {
        var own = model.shown().document().decoration(f.line());
        return RelationWords.millis(f.start() ? own.fadeInMillis() : own.fadeOutMillis());
    }
}
