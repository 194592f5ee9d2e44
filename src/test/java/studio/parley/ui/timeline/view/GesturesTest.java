package studio.parley.ui.timeline.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.timing.Ripple;
import studio.parley.ui.Fx;
import studio.parley.ui.timeline.paint.Handles;

/** What the mouse does, with real events. */
class GesturesTest extends TimelineBench {
    @BeforeEach
    void open() throws Exception {
        showEightSecondsWithoutSnapping();
    }

    @Test
    void dragMovesAClipAsOneStepAndUndoBringsItBack() throws Exception {
        var before = s.span(2);
        int steps = s.steps();
        var from = s.middle(2);
        s.drag(from, from.add(s.view.model().viewport().scale() * 0.5, 0));
        assertEquals(before.start() + 500, s.span(2).start(), 12);
        assertTrue(s.session.document().lines().get(1).relation() instanceof TimingRelation.After(int ms) && Math.abs(ms - 700) <= 12);
        assertEquals(steps + 1, s.steps());
        Fx.run(s.session::undo);
        assertEquals(before, s.span(2));
    }

    @Test
    void dragBeforeTheEndOfTheLineBeforeMakesAnOverlapShownWhileDragging() throws Exception {
        var from = s.middle(2);
        s.press(from);
        s.move(from.add(-10, 0));
        s.move(from.add(s.view.model().viewport().scale() * -0.5, 0));
        var trial = Fx.call(() -> s.surface().badges().stream().filter(b -> b.line().equals(s.id(2))).findFirst().orElseThrow());
        assertTrue(trial.text().contains("overlap"), trial.text());
        assertTrue(s.session.document().lines().get(1).relation() instanceof TimingRelation.After, "not done before the mouse is released");
        s.release();
        assertTrue(s.session.document().lines().get(1).relation() instanceof TimingRelation.Overlap(int ms) && Math.abs(ms - 300) <= 12);
    }

    @Test
    void escapeBreaksADragOff() throws Exception {
        var document = s.session.document();
        var from = s.middle(2);
        s.press(from);
        s.move(from.add(80, 0));
        s.fx.key(KeyCode.ESCAPE);
        s.move(from.add(120, 0));
        s.release();
        assertEquals(document, s.session.document());
    }

    @Test
    void dragOntoAnotherTrackGivesTheLineToItsSpeaker() throws Exception {
        var from = s.middle(2);
        s.drag(from, from.add(0, s.surface().metrics().lane()));
        assertEquals(s.session.document().lines().get(3).speaker(), s.session.document().lines().get(1).speaker());
    }

    @Test
    void edgesSnapToTheEndOfAnotherClip() throws Exception {
        Fx.run(() -> {
            s.view.model().options().snapping().set(true);
            s.view.model().options().ripple().set(Ripple.OFF);
        });
        var from = s.middle(2);
        double scale = s.view.model().viewport().scale();
        s.drag(from, from.add(-0.2 * scale + 4, 0));
        assertEquals(s.span(1).end(), s.span(2).start());
    }

    @Test
    void trimmingTheEndLeavesTheStart() throws Exception {
        var before = s.span(3);
        var box = s.box(3);
        var edge = s.on(box.right() - 2, box.y() + box.h() / 2);
        s.drag(edge, edge.add(-0.4 * s.view.model().viewport().scale(), 0));
        assertEquals(before.start(), s.span(3).start());
        assertEquals(before.end() - 400, s.span(3).end(), 12);
        box = s.box(3);
        s.doubleClick(s.on(box.right() - 2, box.y() + box.h() / 2));
        assertEquals(before, s.span(3), "a double click gives it back");
    }

    @Test
    void trimmingTheStartLeavesTheEnd() throws Exception {
        var before = s.span(3);
        var box = s.box(3);
        var edge = s.on(box.x() + 2, box.y() + box.h() / 2);
        s.drag(edge, edge.add(0.3 * s.view.model().viewport().scale(), 0));
        assertEquals(before.end(), s.span(3).end());
        assertEquals(before.start() + 300, s.span(3).start(), 12);
    }

    @Test
    void fadeHandlesAndTheGripOfTheGain() throws Exception {
        s.click(s.middle(3));
        var box = s.box(3);
        var handle = s.on(box.x() + 8, box.y() + 4);
        s.drag(handle, handle.add(0.25 * s.view.model().viewport().scale(), 0));
        assertEquals(250, s.session.document().decoration(s.id(3)).fadeInMillis(), 12);
        double y = Handles.gainY(s.box(3), 0, s.surface().metrics());
        double grip = Fx.call(() -> Handles.gainX(s.box(3), s.view.model().viewport(), s.surface().metrics()));
        s.drag(s.on(grip, y), s.on(grip, y + 12));
        assertEquals(-3, s.session.document().decoration(s.id(3)).gainDb(), 0.01, "a quarter of a decibel for each pixel");
    }

    @Test
    void aBadgeIsTypedExactly() throws Exception {
        s.click(s.middle(2));
        var badge = Fx.call(() -> s.surface().badges().stream().filter(b -> b.line().equals(s.id(2))).findFirst().orElseThrow());
        s.doubleClick(s.on(badge.x() + badge.w() / 2, badge.y() + badge.h() / 2));
        s.fx.type("-120");
        s.fx.key(KeyCode.ENTER);
        assertEquals(new TimingRelation.Overlap(120), s.session.document().lines().get(1).relation());
        assertEquals("timeline-clip", Fx.call(() -> s.fx.stage.getScene().getFocusOwner().getId()));
    }

    @Test
    void nonsenseInTheFieldIsExplainedAndChangesNothing() throws Exception {
        var document = s.session.document();
        Fx.run(() -> s.view.actions().typeRelation(s.id(2)));
        s.fx.type("soon");
        s.fx.key(KeyCode.ENTER);
        assertEquals(document, s.session.document());
        assertTrue(s.session.services().notices().all().getLast().sentence().contains("soon"));
        s.fx.key(KeyCode.ESCAPE);
    }

    @Test
    void theRulerSeeksAndSelectsALoop() throws Exception {
        s.click(s.at(3, 8));
        assertEquals(3, s.session.player().position(), 0.02);
        s.drag(s.at(4, 20), s.at(6, 20));
        var loop = s.session.player().loopProperty().get().orElseThrow();
        assertEquals(4, loop.from(), 0.02);
        assertEquals(6, loop.to(), 0.02);
        s.drag(s.at(6, 20), s.at(7, 20));
        assertEquals(7, s.session.player().loopProperty().get().orElseThrow().to(), 0.02);
    }

    @Test
    void theKnobScrubs() throws Exception {
        Fx.run(() -> s.session.player().seek(2));
        Fx.settle();
        s.drag(s.at(2, 10), s.at(5, 10));
        assertEquals(5, s.session.player().position(), 0.05);
    }

    @Test
    void marqueeControlAndShiftSelectSeveral() throws Exception {
        var one = s.box(1);
        var two = s.box(2);
        s.drag(s.on(two.right() + 12, two.y() + two.h() + 6), s.on(one.right() - 5, one.y() + 10));
        assertEquals(List.of(s.id(1), s.id(2)), s.session.selection().lines());
        s.click(s.middle(3));
        assertEquals(List.of(s.id(3)), s.session.selection().lines());
    }

    @Test
    void theWheelZoomsAtThePointer() throws Exception {
        var view = s.view.model().viewport();
        double scale = view.scale();
        s.wheel(s.at(4, 100), 0, 120, true, false);
        assertTrue(view.scale() > scale);
        assertEquals(4, view.seconds(Fx.call(() -> s.surface().screenToLocal(s.at(4, 100)).getX())), 0.01);
        double before = view.scale();
        s.wheel(s.at(4, 100), 0, 40, true, false);
        assertEquals(1.2, view.scale() / before, 0.001);
        double left = view.left();
        s.wheel(s.at(4, 100), 0, -120, false, true);
        assertTrue(view.left() > left, "Shift and the wheel scroll");
    }

    @Test
    void aMarkerIsDraggedAndNamed() throws Exception {
        Fx.run(() -> {
            s.session.player().seek(3);
            s.session.services().commands().run("timeline.marker");
        });
        s.fx.type("Storm");
        s.fx.key(KeyCode.ENTER);
        assertEquals("Storm", s.session.document().markers().getFirst().label());
        Fx.run(() -> s.session.player().seek(0));
        Fx.settle();
        s.drag(s.at(3.03, 6), s.at(4.03, 6));
        assertEquals(4000, s.session.document().markers().getFirst().millis(), 15);
    }

    @Test
    void holdingAClipBeyondTheEdgeScrolls() throws Exception {
        var before = s.span(2);
        s.press(s.middle(2));
        s.move(s.middle(2).add(30, 0));
        var beyond = s.on(s.surface().getWidth() + 40, s.box(2).y() + 20);
        // The headless robot forgets the pressed node; a windowing system does not.
        Fx.run(() -> javafx.event.Event.fireEvent(s.surface(),
                new javafx.scene.input.MouseEvent(javafx.scene.input.MouseEvent.MOUSE_DRAGGED, beyond.getX(),
                beyond.getY(), beyond.getX(), beyond.getY(), javafx.scene.input.MouseButton.PRIMARY, 1, false, false, false, false, true,
                        false, false, false, false, false, null)));
        Fx.until(() -> s.view.model().viewport().left() > 1, 10_000);
        var tried = Fx.call(() -> studio.parley.studio.timing.LineTimes.of(s.view.model().shown().document()).of(s.id(2)).orElseThrow());
        assertTrue(tried.start() > before.start() + 6000, tried.toString());
        s.release();
    }

    @Test
    void theKnobIsWhereThePlayheadIs() throws Exception {
        javafx.scene.Node knob = s.fx.find("#timeline-knob");
        for (double at : new double[] {0, 0.7, 4.2}) {
            Fx.run(() -> s.session.player().seek(at));
            Fx.until(() -> Math.abs(s.session.player().position() - at) < 0.01, 5000);
            assertEquals(s.view.model().viewport().x(at), Fx.call(() -> knob.getBoundsInParent().getCenterX()), 1.5);
        }
    }

    @Test
    void selectionIsSharedWithTheDesk() throws Exception {
        Fx.run(() -> s.session.select(List.of(s.id(4)), Optional.of(s.id(4))));
        Fx.settle();
        assertTrue(Fx.call(() -> s.fx.<javafx.scene.Node>find("#timeline-clip").getAccessibleText()).startsWith("Clip 4, Cora, starts at"));
    }
}
