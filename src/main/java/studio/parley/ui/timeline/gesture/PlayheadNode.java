package studio.parley.ui.timeline.gesture;

import javafx.scene.layout.Region;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** The line and the knob of the playhead: nodes, so that moving them repaints nothing. They begin below the times, which stay legible. */
public final class PlayheadNode {
    private final Region line = new Region();
    private final Region knob = new Region();
    private final TimelineModel model;
    private final TimelineCanvas surface;

    public PlayheadNode(TimelineModel model, TimelineCanvas surface) {
        this.model = model;
        this.surface = surface;
        line.getStyleClass().add("playhead");
        knob.getStyleClass().add("playhead-knob");
        knob.setId("timeline-knob");
        line.setMouseTransparent(true);
        knob.setMouseTransparent(true);
        surface.above(line, knob);
        var player = model.session().player();
        player.positionProperty().addListener((o, was, is) -> {
            follow(was.doubleValue(), is.doubleValue());
            place();
        });
        player.jumpsProperty().addListener((o, was, is) -> reveal());
        model.viewport().versionProperty().subscribe(v -> place());
        surface.heightProperty().subscribe(v -> place());
    }

    private void place() {
        double x = model.viewport().x(model.session().player().position());
        double d = Math.round(11 * surface.metrics().em());
        boolean seen = x >= -d && x <= surface.getWidth() + d;
        line.setVisible(seen);
        knob.setVisible(seen);
        double middle = surface.metrics().marks();
        line.resizeRelocate(Math.round(x) - 1, middle, 1.5, Math.max(0, surface.getHeight() - middle));
        knob.resizeRelocate(Math.round(x) - d / 2, middle - d / 2, d, d);
    }

    /** The view follows playback according to the options; it stays while something is dragged in it. */
    private void follow(double was, double is) {
        if (model.isTrying()) return;
        var view = model.viewport();
        boolean playing = model.session().player().playingProperty().get();
        if (playing) model.options().follow().get().left(was, is, view.left(), view.right()).ifPresent(view::scrollTo);
        else reveal();
    }

    /** A jump is shown, also to where the playhead was already, because the user wants to be there. */
    private void reveal() {
        var view = model.viewport();
        double at = model.session().player().position();
        if (at < view.left() || at > view.right()) view.reveal(at, at);
    }

    public boolean isKnob(double x, double y) {
        double at = model.viewport().x(model.session().player().position());
        return Math.abs(x - at) <= 8 * surface.metrics().em() && y <= surface.metrics().ruler();
    }
}
