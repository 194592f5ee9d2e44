package studio.parley.ui.timeline.gesture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** Turns the mouse into gestures: the gesture of the pressed target begins when the mouse has moved {@value #SLACK} pixels. */
public final class MouseController {
    static final double SLACK = 3;
    /** How many pixels a notch of the wheel scrolls, and how far it zooms. */
    private static final double NOTCH = 40;
    private static final double ZOOM = 1.2;
    private final TimelineModel model;
    private final TimelineCanvas surface;
    private final HitTester hits;
    private final EditGestures edits;
    private final RulerGestures ruler;
    private final SnapSession snaps;
    private final ClipActions actions;
    private final Readout readout;
    private @Nullable MouseEvent press;
    private @Nullable Gesture gesture;
    private @Nullable MouseEvent last;
    /** Whether Alt is held, from its key events: it takes effect at once, before the mouse moves on. */
    private boolean alternative;
    private HitTarget pressed = new HitTarget.Nothing();
    private final AnimationTimer scrolling = new AnimationTimer() {
        @Override
        public void handle(long now) {
            scrollAtEdge();
        }
    };

    public MouseController(TimelineModel model, TimelineCanvas surface, HitTester hits, SnapSession snaps, ClipActions actions, Readout readout) {
        this.readout = readout;
        this.model = model;
        this.surface = surface;
        this.hits = hits;
        this.snaps = snaps;
        this.actions = actions;
        edits = new EditGestures(model, surface, snaps);
        ruler = new RulerGestures(model, snaps);
        surface.setOnMousePressed(this::press);
        surface.setOnMouseDragged(this::drag);
        surface.setOnMouseReleased(this::release);
        surface.setOnMouseMoved(this::move);
        surface.setOnMouseExited(e -> surface.hover(""));
        surface.setOnScroll(this::scroll);
    }

    /** Cancels a gesture; false if there is none. */
    public boolean cancel() {
        var now = gesture;
        if (now == null) return false;
        gesture = null;
        press = null;
        now.cancel();
        readout.hide();
        return true;
    }

    /** Alt was pressed or released: the drag means something else now. False if there is none. */
    public boolean alternative(boolean held) {
        alternative = held;
        var now = gesture;
        var e = last;
        if (now == null || e == null) return false;
        drag(now, e);
        return true;
    }

    private void press(MouseEvent e) {
        if (gesture != null && e.getButton() != MouseButton.PRIMARY) return;
        // Its release was lost.
        cancel();
        actions.focus();
        if (e.getButton() != MouseButton.PRIMARY) {
            if (e.getButton() == MouseButton.SECONDARY) selectForMenu(hits.at(e.getX(), e.getY()));
            return;
        }
        readout.hide();
        press = e;
        alternative = e.isAltDown();
        pressed = hits.at(e.getX(), e.getY());
        var line = pressed.line();
        if (!line.isEmpty()) select(line, e);
    }

    /** A double click without a drag: a drag soon after a click is a drag. */
    private void twice() {
        switch (pressed) {
            case HitTarget.BadgeOf b -> actions.typeRelation(b.badge().line());
            case HitTarget.MarkerFlag f -> actions.renameMarker(f.marker().id());
            case HitTarget.GainGrip g -> actions.typeGain();
            case HitTarget.Edge edge -> actions.resetTrim(edge.box().line());
            case HitTarget.Body b -> actions.play(b.box().line());
            default -> { }
        }
    }

    private void drag(MouseEvent e) {
        var began = press;
        if (began == null) return;
        var now = gesture;
        if (now == null) {
            if (Math.abs(e.getX() - began.getX()) < SLACK && Math.abs(e.getY() - began.getY()) < SLACK) return;
            now = begin(began);
            gesture = now;
        }
        last = e;
        drag(now, e);
        scrolling.start();
    }

    private void drag(Gesture now, MouseEvent e) {
        now.drag(e.getX(), e.getY(), new Gesture.Held(e.isShiftDown(), alternative));
        readout.show(e.getSceneX(), e.getSceneY(), now.readout());
    }

    private Gesture begin(MouseEvent at) {
        double x = at.getX();
        return switch (pressed) {
            case HitTarget.Knob k -> ruler.scrub();
            case HitTarget.MarkerFlag f -> edits.marker(f.marker(), x);
            case HitTarget.LoopEdge l -> ruler.loopEdge(model.session().player().loopProperty().get().orElseThrow(), l.start());
            case HitTarget.Ruler r -> ruler.range(x);
            case HitTarget.BadgeOf b -> edits.move(b.badge().line(), x);
            case HitTarget.Edge e -> edits.trim(e.box(), e.start(), x);
            case HitTarget.FadeHandle f -> edits.fade(f.box(), f.start(), x);
            case HitTarget.GainGrip g -> edits.gain(g.box(), at.getY());
            case HitTarget.Body b -> edits.move(b.box().line(), x);
            case HitTarget.Nothing n -> new Marquee(model, surface, x, at.getY(), at.isShortcutDown() || at.isShiftDown());
        };
    }

    private void release(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY) return;
        var began = press;
        var now = gesture;
        press = null;
        gesture = null;
        if (now != null) {
            now.release();
            readout.linger();
        } else if (began != null && began.getClickCount() == 2) twice();
        else if (began != null) click(began);
    }

    /** Pressed and released in place. */
    private void click(MouseEvent e) {
        switch (pressed) {
            case HitTarget.Ruler r -> model.session().player().seek(Math.max(0, model.viewport().seconds(e.getX())));
            case HitTarget.MarkerFlag f -> model.session().player().seek(f.marker().millis() / 1000.0);
            case HitTarget.Nothing n -> {
                model.session().select(List.of(), Optional.empty());
                model.session().player().seek(Math.max(0, model.viewport().seconds(e.getX())));
            }
            case HitTarget.Body b when !e.isShortcutDown() && !e.isShiftDown() -> model.session().select(List.of(b.box().line()),
                    Optional.of(b.box().line()));
            default -> { }
        }
    }

    private void selectForMenu(HitTarget hit) {
        var line = hit.line();
        boolean other = !line.isEmpty() && !model.session().selection().lines().contains(line);
        if (other) model.session().select(List.of(line), Optional.of(line));
    }

    /** Ctrl adds or removes, Shift adds all between; a plain press on a selected clip keeps the others, because they may be dragged. */
    private void select(String line, MouseEvent e) {
        var now = new ArrayList<>(model.session().selection().lines());
        if (e.isShortcutDown()) {
            if (!now.remove(line)) now.add(line);
            model.session().select(now, now.contains(line) ? Optional.of(line) : now.stream().reduce((a, b) -> b));
        } else if (e.isShiftDown()) {
            actions.selectTo(line);
        } else {
            model.session().select(now.contains(line) ? now : List.of(line), Optional.of(line));
        }
    }

    private void move(MouseEvent e) {
        var hit = hits.at(e.getX(), e.getY());
        surface.hover(hit.line());
        surface.setCursor(switch (hit) {
            case HitTarget.Edge edge -> Cursor.H_RESIZE;
            case HitTarget.LoopEdge l -> Cursor.H_RESIZE;
            case HitTarget.FadeHandle f -> Cursor.HAND;
            case HitTarget.GainGrip g -> Cursor.V_RESIZE;
            case HitTarget.Knob k -> Cursor.HAND;
            case HitTarget.BadgeOf b -> Cursor.HAND;
            case HitTarget.MarkerFlag f -> Cursor.HAND;
            default -> Cursor.DEFAULT;
        });
    }

    /** As long as the mouse is held beyond an edge, the view and the gesture continue to scroll. */
    private void scrollAtEdge() {
        var e = last;
        var now = gesture;
        if (now == null || e == null) {
            scrolling.stop();
            return;
        }
        double out = beyond(e.getX(), 0, surface.getWidth());
        // Above the tracks is the ruler, where a drag along the time continues.
        double below = model.viewport().deepest() > 0 ? beyond(e.getY(), 0, surface.getHeight()) : 0;
        if (out == 0 && below == 0) return;
        model.viewport().scrollBy(Math.clamp(out / 4, -24, 24));
        model.viewport().scrollDown(Math.clamp(below / 4, -12, 12));
        drag(now, e);
    }

    private static double beyond(double at, double least, double most) {
        return at < least ? at - least : Math.max(0, at - most);
    }

    private void scroll(ScrollEvent e) {
        var view = model.viewport();
        if (e.isShortcutDown()) view.zoom(Math.pow(ZOOM, e.getDeltaY() / NOTCH), e.getX());
        else if (Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY())) view.scrollBy(-e.getDeltaX());
        else if (e.isShiftDown()) view.scrollBy(-e.getDeltaY());
        else if (view.deepest() > 0) view.scrollDown(-e.getDeltaY());
        else view.scrollBy(-e.getDeltaY());
        var now = gesture;
        var held = last;
        if (now != null && held != null) drag(now, held);
        e.consume();
    }
}
