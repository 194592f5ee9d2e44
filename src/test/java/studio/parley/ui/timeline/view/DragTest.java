package studio.parley.ui.timeline.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.TimingRelation;
import studio.parley.playback.device.MemoryOut;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.timing.Collisions;
import studio.parley.studio.timing.LineTimes;
import studio.parley.studio.timing.Ripple;
import studio.parley.ui.Fx;
import studio.parley.ui.Heard;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.timeline.paint.Handles;

/** What a drag may do and what it says while it goes on. */
class DragTest extends TimelineBench {
    @BeforeEach
    void open() throws Exception {
        showEightSecondsWithoutSnapping();
    }

    private double second() throws Exception {
        return Fx.call(() -> s.view.model().viewport().scale());
    }

    private Point2D grip(int number) throws Exception {
        var box = s.box(number);
        return Fx.call(() -> {
            double db = s.session.document().decoration(s.id(number)).gainDb();
            return s.surface().localToScreen(Handles.gainX(box, s.view.model().viewport(), s.surface().metrics()),
                    Handles.gainY(box, db, s.surface().metrics()));
        });
    }

    private Label readout() throws Exception {
        return s.fx.find("#timeline-readout");
    }

    /** What is said while something is dragged; then it is broken off. */
    private String said(Point2D from, Point2D to) throws Exception {
        var document = s.session.document();
        s.press(from);
        s.move(from.midpoint(to));
        s.move(to);
        assertTrue(readout().isVisible());
        var words = readout().getText();
        s.fx.key(KeyCode.ESCAPE);
        assertFalse(readout().isVisible());
        s.release();
        assertEquals(document, s.session.document());
        return words;
    }

    @Test
    void everyDragSaysItsValueWithItsUnitAndEscapeTakesItBack() throws Exception {
        double scale = second();
        s.click(s.middle(3));
        assertTrue(said(s.middle(2), s.middle(2).add(scale * 0.5, 0)).matches("0:0\\d\\.\\d{3} · [67]\\d\\d ms after line 1"));
        assertTrue(said(s.middle(2), s.middle(2).add(scale * -0.5, 0)).matches("0:0\\d\\.\\d{3} · overlaps line 1 by [23]\\d\\d ms"));
        var box = s.box(3);
        var end = s.on(box.right() - 2, box.y() + box.h() / 2);
        assertTrue(said(end, end.add(-0.4 * scale, 0)).matches("\\d\\.\\d+ s long \\(−[34]\\d\\d ms\\)"));
        var corner = s.on(box.x() + 8, box.y() + 4);
        assertTrue(said(corner, corner.add(0.25 * scale, 0)).matches("Fade in 2\\d\\d ms"));
        assertTrue(said(grip(3), grip(3).add(0, 8)).matches("−\\d+(\\.5)? dB"));
        assertTrue(said(s.at(4, 20), s.at(6, 20)).matches("0:03\\.9\\d\\d – 0:06\\.\\d\\d\\d \\(2(\\.\\d+)? s\\)|0:04\\.\\d+ – 0:0[56]\\.\\d+ \\((1\\.9\\d*|2(\\.\\d+)?) s\\)"));
    }

    @Test
    void takingAClipByItsMiddleNeverChangesItsGain() throws Exception {
        s.click(s.middle(3));
        var box = s.box(3);
        for (double share = 0.05; share < 1; share += 0.1) {
            var at = s.on(box.x() + box.w() / 2, box.y() + box.h() * share);
            s.drag(at, at.add(0, 9));
            assertEquals(0, s.session.document().decoration(s.id(3)).gainDb(), "at " + share);
        }
        s.drag(grip(3), grip(3).add(60, 8));
        assertTrue(s.session.document().decoration(s.id(3)).gainDb() < 0, "the grip does");
        assertEquals(s.span(3).start(), s.span(3).start());
    }

    @Test
    void upAndDownNothingMovesInTime() throws Exception {
        Fx.run(() -> {
            s.view.model().options().snapping().set(true);
            s.view.model().viewport().show(0, 40);
        });
        Fx.settle();
        var document = s.session.document();
        s.drag(s.middle(3), s.middle(3).add(2, 8));
        assertEquals(document, s.session.document(), "edges nearby draw only what moves sideways");
    }

    @Test
    void aClipOfAFewPixelsIsMovedAndNotTrimmed() throws Exception {
        Fx.run(() -> s.view.model().viewport().show(0, 100));
        Fx.settle();
        var before = s.span(2);
        var box = s.box(2);
        for (double x : new double[] {box.x() - 1, box.right() + 1}) {
            var at = s.on(x, box.y() + box.h() / 2);
            s.drag(at, at.add(20, 0));
            assertEquals(before.length(), s.span(2).length());
            assertTrue(s.span(2).start() > before.start());
            Fx.run(s.session::undo);
            Fx.settle();
        }
    }

    @Test
    void withoutRippleItIsSaidWhoIsPinned() throws Exception {
        Fx.run(() -> s.view.model().options().ripple().set(studio.parley.studio.timing.Ripple.OFF));
        var from = s.middle(2);
        s.press(from);
        s.move(from.add(20, 0));
        s.move(from.add(second() * ((s.span(3).start() - s.span(2).start()) / 1000.0 + 0.3), 0));
        assertTrue(readout().getText().contains("Pins one other line"), readout().getText());
        s.fx.key(KeyCode.ESCAPE);
        s.release();
    }

    @Test
    void selectedClipsKeepTheirBalanceAndTwoDragsAreTwoSteps() throws Exception {
        Fx.run(() -> {
            s.session.edit(TakeEdits.gain(List.of(s.id(1)), -6));
            s.session.select(List.of(s.id(1), s.id(3)), Optional.of(s.id(3)));
        });
        Fx.settle();
        int steps = s.steps();
        s.drag(grip(3), grip(3).add(0, 6));
        double once = s.session.document().decoration(s.id(3)).gainDb();
        assertTrue(once < 0);
        assertEquals(once - 6, s.session.document().decoration(s.id(1)).gainDb(), 0.01);
        s.drag(grip(3), grip(3).add(0, 6));
        assertEquals(steps + 2, s.steps());
        Fx.run(s.session::undo);
        assertEquals(once, s.session.document().decoration(s.id(3)).gainDb());
    }

    @Test
    void backBeforeTheLineBeforeIsTogetherAndAltPins() throws Exception {
        double scale = second();
        var from = s.middle(3);
        s.press(from);
        s.move(from.add(-20, 0));
        s.move(from.add(scale * ((s.span(2).start() - s.span(3).start()) / 1000.0 - 0.2), 0));
        assertTrue(readout().getText().contains("Hold Alt"), readout().getText());
        s.release();
        assertEquals(new TimingRelation.Together(), s.session.document().lines().get(2).relation());
        assertEquals("together", Fx.call(() -> s.surface().badges().stream().filter(b -> b.line().equals(s.id(3))).findFirst().orElseThrow().text()));
        Fx.run(s.session::undo);
        Fx.settle();
        s.press(from);
        s.move(from.add(20, 0));
        s.move(from.add(scale * 0.5, 0));
        s.fx.press(KeyCode.ALT);
        Fx.settle();
        assertTrue(readout().getText().endsWith("pinned"), readout().getText());
        s.release();
        s.fx.release(KeyCode.ALT);
        assertTrue(s.session.document().lines().get(2).relation() instanceof TimingRelation.PinnedAt);
    }

    @Test
    void aSpeakersClipStopsAtTheNext() throws Exception {
        Fx.run(() -> s.view.model().options().ripple().set(studio.parley.studio.timing.Ripple.OFF));
        double scale = second();
        var from = s.middle(1);
        s.press(from);
        s.move(from.add(30, 0));
        double into = (s.span(3).start() - s.span(1).end()) / 1000.0 + 0.4;
        s.move(from.add(scale * into, 0));
        assertTrue(readout().getText().contains("Ann already speaks line 3 there"), readout().getText());
        s.release();
        assertEquals(s.span(3).start(), s.span(1).end());
        assertEquals(List.of(), Collisions.of(LineTimes.of(s.session.document())));
    }

    @Test
    void clipsOfOneSpeakerAtOnceLieInRowsAndBothAreClicked() throws Exception {
        Fx.run(() -> s.session.edit(LineEdits.relation(s.id(3), new TimingRelation.PinnedAt(300))));
        Fx.settle();
        var one = s.box(1);
        var three = s.box(3);
        assertTrue(one.y() + one.h() <= three.y() || three.y() + three.h() <= one.y(), one + " " + three);
        assertTrue(Math.min(one.h(), three.h()) >= s.surface().metrics().text(), "their words have room");
        double both = (Math.max(one.x(), three.x()) + Math.min(one.right(), three.right())) / 2;
        s.click(s.on(both, one.y() + one.h() / 2));
        assertEquals(List.of(s.id(1)), s.session.selection().lines());
        s.click(s.on(both, three.y() + three.h() / 2));
        assertEquals(List.of(s.id(3)), s.session.selection().lines());
        s.fx.png("timeline-collision.png");
        javafx.scene.Node clip = s.fx.find("#timeline-clip");
        assertTrue(Fx.call(clip::getAccessibleText).contains("at the same time as another clip of this speaker"));
        Fx.run(() -> s.session.services().commands().run("timeline.apart"));
        assertEquals(s.span(1).end(), s.span(3).start());
    }

    @Test
    void aDragSoonAfterAClickIsADrag() throws Exception {
        var before = s.span(2).start();
        var from = s.middle(2);
        s.click(from);
        s.drag(from, from.add(second() * 0.5, 0));
        assertEquals(before + 500, s.span(2).start(), 12);
        assertEquals(0, s.session.player().position());
        assertFalse(s.session.player().playingProperty().get());
    }

    @Test
    void aTrackGainIsOneStepAndSaysItsValue() throws Exception {
        int ann = s.session.document().lines().getFirst().speaker();
        var gain = s.fx.centre(s.fx.find("#track-gain-" + ann));
        assertEquals("+1.5 dB", said(gain, gain.add(12, 0)));
        int steps = s.steps();
        s.drag(gain, gain.add(12, 0));
        s.drag(gain, gain.add(8, 0));
        assertEquals(steps + 2, s.steps());
        assertEquals(2.5, s.session.document().track(ann).gainDb());
    }

    @Test
    void withAltTheEndChangesTheSpeed() throws Exception {
        var box = s.box(3);
        var usual = s.span(3).length();
        var end = s.on(box.right() - 2, box.y() + box.h() / 2);
        s.press(end);
        s.move(end.add(-10, 0));
        s.move(end.add(-0.5 * second(), 0));
        s.fx.press(KeyCode.ALT);
        Fx.settle();
        assertTrue(readout().getText().matches("1\\.\\d+× · \\d\\.\\d+ s long"), readout().getText());
        s.release();
        s.fx.release(KeyCode.ALT);
        assertEquals(usual - 500, s.span(3).length(), 12);
        assertTrue(s.session.document().decoration(s.id(3)).speed() > 1);
    }

    @Test
    void aClipMadeSlowerStopsAtItsSpeakersNextOne() throws Exception {
        var third = s.span(3);
        Fx.run(() -> {
            s.view.model().options().ripple().set(Ripple.OFF);
            s.session.edit(LineEdits.speaker(List.of(s.id(4)), third.speaker()));
            s.session.edit(LineEdits.relation(s.id(4), new TimingRelation.PinnedAt((int) third.end() + 200)));
        });
        Fx.settle();
        var box = s.box(3);
        var end = s.on(box.right() - 2, box.y() + box.h() / 2);
        s.press(end);
        s.move(end.add(10, 0));
        s.fx.press(KeyCode.ALT);
        s.move(end.add(second(), 0));
        Fx.settle();
        s.release();
        s.fx.release(KeyCode.ALT);
        assertTrue(s.session.document().decoration(s.id(3)).speed() < 1);
        assertTrue(s.span(3).end() <= s.span(4).start(), s.span(3) + " " + s.span(4));
    }

    @Test
    void aTrimmedEdgeStaysOutOfWordsExceptWithAlt() throws Exception {
        Fx.run(() -> {
            s.view.model().options().snapping().set(true);
            Heard.line(s.session, s.session.document().lines().get(2));
        });
        var before = s.span(3);
        // The second word lasts from 0.4 to 0.7 s.
        trimStart(0.5, false);
        assertEquals(before.start() + 360, s.span(3).start());
        Fx.run(s.session::undo);
        Fx.settle();
        trimStart(0.5, true);
        assertEquals(before.start() + 500, s.span(3).start(), 12);
    }

    private void trimStart(double seconds, boolean alt) throws Exception {
        var box = s.box(3);
        var start = s.on(box.x() + 2, box.y() + box.h() / 2);
        s.press(start);
        s.move(start.add(10, 0));
        Fx.rest();
        if (alt) s.fx.press(KeyCode.ALT);
        s.move(start.add(seconds * second(), 0));
        s.release();
        if (alt) s.fx.release(KeyCode.ALT);
    }

    @Test
    void aTrimSaysWhatItPins() throws Exception {
        Fx.run(() -> s.session.edit(LineEdits.relation(s.id(4), new TimingRelation.Together())));
        Fx.settle();
        var box = s.box(3);
        var start = s.on(box.x() + 2, box.y() + box.h() / 2);
        var words = said(start, start.add(0.3 * second(), 0));
        assertTrue(words.endsWith("\nPins one other line at its position"), words);
    }

    @Test
    void theViewDoesNotTurnItsPageWhileSomethingIsDragged() throws Exception {
        s.close();
        var out = MemoryOut.paced(ProjectSession.RATE, ProjectSession.RATE / 10);
        s = Stage.of(home.resolve("paced"), SessionFixture.LIGHTHOUSE, 7, out);
        showEightSecondsWithoutSnapping();
        s.press(s.middle(2));
        s.move(s.middle(2).add(30, 0));
        Fx.run(() -> {
            s.view.model().viewport().show(0, 4);
            s.session.player().play();
            s.session.player().seek(3.95);
        });
        Fx.until(() -> {
            out.advance(ProjectSession.RATE / 20);
            return s.session.player().position() > 4.3;
        }, 15_000);
        assertTrue(Fx.call(() -> s.view.model().viewport().left()) < 0.1);
        s.fx.key(KeyCode.ESCAPE);
        s.release();
    }

    @Test
    void aMarqueeStaysWhereItBeganWhileTheViewScrolls() throws Exception {
        Fx.run(() -> s.view.model().viewport().show(2, 5));
        Fx.settle();
        var third = s.box(3);
        s.press(s.on(20, third.y() + third.h() + 8));
        s.move(s.on(40, third.y() + 20));
        s.wheel(s.on(40, third.y() + 20), 0, -400, false, true);
        s.move(s.on(60, third.y() + 21));
        assertTrue(s.session.selection().lines().contains(s.id(3)));
        double from = Fx.call(() -> s.surface().lookup(".marquee").getBoundsInParent().getMinX());
        assertTrue(from < 0, "it began out of view now: " + from);
        s.release();
    }
}
