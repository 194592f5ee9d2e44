package studio.parley.ui.timeline.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.model.Selection;
import studio.parley.studio.timing.Ripple;
import studio.parley.ui.Fx;
import studio.parley.ui.Heard;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.timeline.model.FollowMode;

/** The timeline without a mouse. */
class KeyboardTest extends TimelineBench {
    @BeforeEach
    void open() throws Exception {
        Fx.run(() -> s.view.actions().focus());
        Fx.settle();
    }

    private List<String> selected() {
        return s.session.selection().lines();
    }

    @Test
    void arrowsGoThroughTheClipsAndTheScreenReaderIsTold() throws Exception {
        Node clip = s.fx.find("#timeline-clip");
        s.fx.key(KeyCode.RIGHT);
        assertEquals(List.of(s.id(1)), selected());
        s.fx.key(KeyCode.RIGHT);
        s.fx.key(KeyCode.ALT, KeyCode.PERIOD);
        s.fx.key(KeyCode.RIGHT);
        assertEquals(List.of(s.id(4)), selected());
        var spoken = Fx.call(clip::getAccessibleText);
        assertTrue(spoken.matches("Clip 4, Cora, starts at [0-9.]+ seconds, [0-9.]+ seconds long, overlaps the previous clip by 300 milliseconds"), spoken);
        s.fx.key(KeyCode.ALT, KeyCode.COMMA);
        s.fx.key(KeyCode.LEFT);
        assertEquals(List.of(s.id(2)), selected());
        s.fx.key(KeyCode.UP);
        assertEquals(List.of(s.id(3)), selected(), "the one that begins nearest");
        assertTrue(Fx.call(() -> clip.getBoundsInParent().getWidth()) > 20);
    }

    @Test
    void nudgingIsOneStepWhileItGoesOn() throws Exception {
        Fx.run(() -> s.session.select(List.of(s.id(2)), Optional.of(s.id(2))));
        long before = s.span(2).start();
        int steps = s.steps();
        s.fx.key(KeyCode.SHIFT, KeyCode.RIGHT);
        s.fx.key(KeyCode.SHIFT, KeyCode.RIGHT);
        s.fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.LEFT);
        assertEquals(before + 19, s.span(2).start());
        assertTrue(s.steps() - steps <= 2);
    }

    @Test
    void enterTypesTheRelationAndEscapeLeavesIt() throws Exception {
        Fx.run(() -> s.session.select(List.of(s.id(3)), Optional.of(s.id(3))));
        s.fx.key(KeyCode.ENTER);
        s.fx.type("450");
        s.fx.key(KeyCode.ENTER);
        assertEquals(new TimingRelation.After(450), s.session.document().lines().get(2).relation());
        s.fx.key(KeyCode.ENTER);
        s.fx.type("1");
        s.fx.key(KeyCode.ESCAPE);
        assertEquals(new TimingRelation.After(450), s.session.document().lines().get(2).relation());
        assertEquals("timeline-clip", Fx.call(() -> s.fx.stage.getScene().getFocusOwner().getId()));
    }

    /** Whether words are known is read first. */
    private void split() throws Exception {
        s.fx.key(KeyCode.S);
        Fx.rest();
    }

    @Test
    void splitAtThePlayheadAndJoin() throws Exception {
        Fx.run(() -> {
            s.session.select(List.of(s.id(3)), Optional.of(s.id(3)));
            s.session.player().seek((s.session.arrangement().parts().get(2).start() + 24000) / 24000.0);
        });
        var before = selected();
        split();
        assertEquals(8, s.session.document().lines().size());
        assertEquals(before, selected());
        s.fx.key(KeyCode.CONTROL, KeyCode.J);
        assertEquals(7, s.session.document().lines().size());
        s.fx.key(KeyCode.CONTROL, KeyCode.I);
        assertEquals(8, s.session.document().lines().size());
    }

    @Test
    void aSplitWithinAWordIsMovedBesideIt() throws Exception {
        Fx.run(() -> {
            Heard.line(s.session, s.session.document().lines().get(2));
            s.session.select(List.of(s.id(3)), Optional.of(s.id(3)));
        });
        double start = s.span(3).start() / 1000.0;
        Fx.run(() -> s.session.player().seek(start + 0.5));
        split();
        assertEquals(360, s.span(3).length());
        assertEquals(List.of("That", "light. Out past the rocks, there it is again."), s.session.document().lines().subList(2, 4).stream().map(l -> l.text()).toList());
        Fx.run(() -> {
            s.session.undo();
            s.view.model().options().snapping().set(false);
        });
        split();
        assertEquals(500, s.span(3).length(), "without snapping, exactly there");
    }

    @Test
    void duplicateAndDelete() throws Exception {
        Fx.run(() -> s.session.select(List.of(s.id(1)), Optional.of(s.id(1))));
        s.fx.key(KeyCode.CONTROL, KeyCode.D);
        assertEquals(8, s.session.document().lines().size());
        assertEquals(List.of(s.id(2)), selected());
        s.fx.key(KeyCode.DELETE);
        assertEquals(7, s.session.document().lines().size());
        long third = s.span(3).start();
        Fx.run(() -> {
            s.view.model().options().ripple().set(Ripple.OFF);
            s.session.select(List.of(s.id(2)), Optional.of(s.id(2)));
        });
        s.fx.key(KeyCode.DELETE);
        assertEquals(third, s.span(2).start(), "without ripple a gap stays");
        Fx.run(s.session::undo);
        Fx.run(() -> s.session.select(List.of(s.id(2)), Optional.of(s.id(2))));
        assertEquals(7, s.session.document().lines().size());
        s.fx.key(KeyCode.CONTROL, KeyCode.DELETE);
        assertEquals(6, s.session.document().lines().size());
        assertNotEquals(third, s.span(2).start(), "the gap is closed");
    }

    @Test
    void rippleMuteSoloAndZoom() throws Exception {
        Fx.run(() -> s.session.select(List.of(s.id(2)), Optional.of(s.id(2))));
        s.fx.key(KeyCode.ALT, KeyCode.P);
        assertEquals(Ripple.OFF, s.view.model().options().ripple().get());
        s.fx.key(KeyCode.SHIFT, KeyCode.U);
        assertTrue(s.session.document().track(s.session.document().lines().get(1).speaker()).muted());
        s.fx.key(KeyCode.SHIFT, KeyCode.S);
        assertTrue(s.session.document().track(s.session.document().lines().get(1).speaker()).solo());
        double scale = s.view.model().viewport().scale();
        s.fx.key(KeyCode.CONTROL, KeyCode.EQUALS);
        assertTrue(s.view.model().viewport().scale() > scale);
        s.fx.key(KeyCode.CONTROL, KeyCode.E);
        assertTrue(s.box(2).w() > 0.9 * s.view.model().viewport().width());
        s.fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        assertEquals(scale, s.view.model().viewport().scale(), scale * 0.02);
    }

    @Test
    void theMenuOfAClipChangesItsRelation() throws Exception {
        Fx.run(() -> {
            s.session.select(List.of(s.id(2)), Optional.of(s.id(2)));
            s.view.actions().kind(s.id(2), studio.parley.studio.timing.ClipRelations.Kind.PINNED);
        });
        assertTrue(s.session.document().lines().get(1).relation() instanceof TimingRelation.PinnedAt);
        Fx.run(() -> s.view.actions().kind(s.id(2), studio.parley.studio.timing.ClipRelations.Kind.AFTER));
        assertEquals(new TimingRelation.After(200), s.session.document().lines().get(1).relation());
        s.fx.key(KeyCode.CONTEXT_MENU);
        Fx.until(() -> javafx.stage.Window.getWindows().stream().anyMatch(w -> w instanceof javafx.scene.control.ContextMenu), 3000);
        s.fx.key(KeyCode.ESCAPE);
    }

    @Test
    void switchesAndGainsOfTracksWorkByKeyWithoutTouchingClips() throws Exception {
        Fx.run(() -> s.session.select(List.of(s.id(2)), Optional.of(s.id(2))));
        int ann = s.session.document().lines().getFirst().speaker();
        Node mute = s.fx.find("#track-mute-" + ann);
        Fx.run(mute::requestFocus);
        s.fx.key(KeyCode.ENTER);
        assertTrue(s.session.document().track(ann).muted());
        s.fx.key(KeyCode.DELETE);
        assertEquals(7, s.session.document().lines().size());
        Node gain = s.fx.find("#track-gain-" + ann);
        Fx.run(gain::requestFocus);
        s.fx.key(KeyCode.DOWN);
        s.fx.key(KeyCode.LEFT);
        assertEquals(-2, s.session.document().track(ann).gainDb());
        s.fx.key(KeyCode.ENTER);
        s.fx.type("-4.5");
        s.fx.key(KeyCode.ENTER);
        assertEquals(-4.5, s.session.document().track(ann).gainDb());
        assertEquals(List.of(s.id(2)), selected());
        s.fx.click("#track-solo-" + ann);
        assertTrue(s.session.document().track(ann).solo());
        assertEquals("timeline-clip", Fx.call(() -> s.fx.stage.getScene().getFocusOwner().getId()));
    }

    @Test
    void everyCommandHasALabelAndNoTwoShareAKey() throws Exception {
        var keys = new HashMap<String, String>();
        Fx.run(() -> s.session.services().commands().all().stream().filter(c -> c.id().startsWith("timeline.")).forEach(c -> {
            assertTrue(Messages.has("commands." + c.id()), c.id());
            c.key().ifPresent(k -> assertEquals(null, keys.put(k.getName(), c.id()), k.getName()));
        }));
    }

    @Test
    void theKeyOfAFieldIsNotTypedIntoIt() throws Exception {
        Fx.run(() -> s.session.select(List.of(s.id(3)), Optional.of(s.id(3))));
        s.fx.key(KeyCode.G);
        s.fx.type("-3");
        s.fx.key(KeyCode.ENTER);
        assertEquals(-3, s.session.document().decoration(s.id(3)).gainDb());
        s.fx.key(KeyCode.SHIFT, KeyCode.F);
        s.fx.type("20");
        s.fx.key(KeyCode.ENTER);
        assertEquals(20, s.session.document().decoration(s.id(3)).fadeInMillis());
    }

    @Test
    void theBeginningIsShownWhenThePlayheadGoesThere() throws Exception {
        var view = s.view.model().viewport();
        Fx.run(() -> {
            view.zoom(40, 0);
            view.scrollTo(5);
            s.session.player().seek(6);
            s.session.player().seek(0);
        });
        assertTrue(view.left() <= 0 && view.right() > 0, view.left() + " to " + view.right());
        Fx.run(() -> s.session.player().seek(s.session.player().length()));
        assertTrue(view.left() <= s.session.player().length() && view.right() >= s.session.player().length());
    }

    @Test
    void aSplitKeepsTheSelection() throws Exception {
        double at = (s.span(3).start() + 700) / 1000.0;
        Fx.run(() -> {
            s.session.select(List.of(s.id(3)), Optional.of(s.id(3)));
            s.session.player().seek(at);
        });
        var id = s.id(3);
        split();
        assertEquals(8, s.session.document().lines().size());
        assertEquals(List.of(id), selected());
        Fx.run(() -> {
            s.session.undo();
            s.session.select(List.of(), Optional.empty());
            s.view.actions().focus();
        });
        split();
        assertEquals(List.of(id), selected(), "the first half is current where nothing was");
    }

    @Test
    void aJumpShowsThePlayheadAlsoToWhereItWas() throws Exception {
        var view = s.view.model().viewport();
        Fx.run(() -> {
            view.show(0, 2);
            view.scrollTo(6);
            s.session.player().seek(0);
        });
        assertTrue(view.x(0) >= 0, "it was there already, but out of view");
        Fx.run(() -> {
            s.view.model().options().follow().set(FollowMode.OFF);
            s.session.player().play();
            s.session.player().seek(6);
        });
        assertTrue(Fx.call(() -> view.left() <= 6 && view.right() >= 6), "also while it plays");
        Fx.run(() -> {
            s.session.player().stopHere();
            view.scrollTo(0);
            s.session.player().seek(s.session.player().length());
        });
        assertTrue(Fx.call(() -> view.right() >= s.session.player().length()));
    }

    @Test
    void nudgesGoAsFarAsDrags() throws Exception {
        Fx.run(() -> s.session.select(List.of(s.id(3)), Optional.of(s.id(3))));
        Fx.run(() -> s.view.actions().nudge(-60_000));
        assertEquals(new TimingRelation.Together(), s.session.document().lines().get(2).relation());
        var document = s.session.document();
        Fx.run(() -> s.view.actions().nudge(-10));
        assertEquals(document, s.session.document());
        assertTrue(s.session.services().notices().all().getLast().sentence().contains("pin"));
    }

    @Test
    void keysThatNeedAClipSaySo() throws Exception {
        Fx.run(() -> s.session.select(Selection.NONE));
        var document = s.session.document();
        for (var keys : List.of(new KeyCode[] {KeyCode.SHIFT, KeyCode.R}, new KeyCode[] {KeyCode.ALT, KeyCode.EQUALS}, new KeyCode[] {KeyCode.G},
                new KeyCode[] {KeyCode.DELETE})) {
            Fx.run(() -> s.session.services().notices().info("Before."));
            s.fx.key(keys);
            var said = Fx.call(() -> s.session.services().notices().all().getLast().sentence());
            assertTrue(said.startsWith("No clip is selected"), List.of(keys) + " " + said);
        }
        assertEquals(document, s.session.document());
    }
}
