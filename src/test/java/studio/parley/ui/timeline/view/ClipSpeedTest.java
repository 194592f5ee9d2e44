package studio.parley.ui.timeline.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.UnitParser;
import studio.parley.ui.timeline.paint.PitchCurves;

/** A clip a little faster, a little slower, at a typed speed, fitted to a length: by key and by menu, one step of the history each. */
class ClipSpeedTest extends TimelineBench {
    @BeforeEach
    void open() throws Exception {
        Fx.run(() -> {
            s.view.actions().focus();
            s.session.select(List.of(s.id(3)), Optional.of(s.id(3)));
        });
        Fx.settle();
    }

    private double speed() throws Exception {
        return Fx.call(() -> s.session.document().decoration(s.id(3)).speed());
    }

    private String lastStep() throws Exception {
        return Fx.call(() -> s.session.project().history().past().getFirst().label());
    }

    @Test
    void keysMakeItALittleFasterAndSlowerAndUndoTakesEachBack() throws Exception {
        long usual = s.span(3).length();
        long next = s.span(5).start();
        int steps = s.steps();
        s.fx.key(KeyCode.ALT, KeyCode.EQUALS);
        s.fx.key(KeyCode.ALT, KeyCode.EQUALS);
        assertEquals(1.1, speed());
        assertEquals(Math.round(usual / 1.1), s.span(3).length(), 1);
        assertTrue(s.span(5).start() < next, "what follows comes earlier");
        assertEquals(steps + 2, s.steps());
        assertTrue(lastStep().startsWith("Slightly faster"), lastStep());
        assertEquals(Staleness.Fresh.class, Fx.call(() -> s.session.staleness(s.id(3)).getClass()));
        s.fx.key(KeyCode.ALT, KeyCode.MINUS);
        assertEquals(1.05, speed());
        Fx.run(s.session::undo);
        Fx.run(s.session::undo);
        Fx.run(s.session::undo);
        assertEquals(1, speed());
        assertEquals(next, s.span(5).start());
    }

    @Test
    void aSpeedIsTypedAndWhatIsNoneIsNotTaken() throws Exception {
        Fx.run(() -> s.session.services().commands().run("timeline.speed"));
        TextField field = s.fx.find("#timeline-exact");
        assertEquals("1×", Fx.call(field::getText));
        s.fx.type("3");
        s.fx.key(KeyCode.ENTER);
        assertTrue(Fx.call(field::isVisible));
        assertEquals(1, speed());
        Fx.run(() -> field.setText("80 %"));
        s.fx.key(KeyCode.ENTER);
        assertEquals(0.8, speed());
        assertTrue(lastStep().startsWith("Speed 0.8×"), lastStep());
        Node clip = s.fx.find("#timeline-clip");
        Fx.until(() -> clip.getAccessibleText().contains("Plays at 0.8×; its original length is "), 3000);
        var tip = Fx.call(() -> ClipWords.tooltip(s.view.model(), s.session.arrangement().part(s.id(3)).orElseThrow()));
        assertTrue(tip.contains("Plays at 0.8×"), tip);
        s.fx.png("speed.png");
    }

    @Test
    void aTakeIsFittedToSeconds() throws Exception {
        Fx.run(() -> s.session.services().commands().run("timeline.fit"));
        TextField field = s.fx.find("#timeline-exact");
        double usual = s.span(3).length() / 1000.0;
        assertEquals(UnitParser.seconds(s.span(3).length()), Fx.call(field::getText));
        Fx.run(() -> field.setText("" + 3 * usual));
        s.fx.key(KeyCode.ENTER);
        assertEquals(1, speed());
        assertTrue(s.session.services().notices().all().getLast().sentence().contains("can be fitted to"));
        Fx.run(() -> field.setText("" + Math.round(1200 * usual) / 1000.0));
        s.fx.key(KeyCode.ENTER);
        assertEquals(1200 * usual, s.span(3).length(), 1);
        assertTrue(lastStep().startsWith("Fit to "), lastStep());
    }

    /** Over the spectrogram, in the picture of the clip as it is heard. */
    @Test
    void pitchIsDrawnFromLowToHighInEqualStepsOfHearing() throws Exception {
        assertEquals(0, PitchCurves.height(50));
        assertEquals(1, PitchCurves.height(500));
        assertEquals(PitchCurves.height(200) - PitchCurves.height(100), PitchCurves.height(400) - PitchCurves.height(200), 1e-9);
        assertEquals(1, PitchCurves.height(590));
        Fx.run(() -> {
            s.view.model().options().spectrogram().set(true);
            s.session.edit(studio.parley.studio.timing.ClipSpeeds.to(List.of(s.id(3)), 0.8, studio.parley.studio.timing.Ripple.ALL));
        });
        Fx.rest();
        assertTrue(s.session.services().notices().all().isEmpty());
        s.fx.png("pitch.png");
    }

    @Test
    void theMenuOfAClipHasItsSpeed() throws Exception {
        s.fx.key(KeyCode.CONTEXT_MENU);
        Fx.until(() -> Window.getWindows().stream().anyMatch(w -> w instanceof ContextMenu), 3000);
        var items = Fx.call(() -> Window.getWindows().stream().filter(w -> w instanceof ContextMenu).map(w -> (ContextMenu) w).findFirst().orElseThrow().getItems());
        var speed = items.stream().filter(i -> "timeline-menu-speed".equals(i.getId())).map(i -> (Menu) i).findFirst().orElseThrow();
        Fx.run(() -> speed.getItems().getFirst().fire());
        assertEquals(1.05, speed());
        Fx.run(() -> speed.getItems().getLast().fire());
        assertEquals(1, speed());
        assertTrue(lastStep().startsWith("Normal speed"), lastStep());
        s.fx.key(KeyCode.ESCAPE);
    }
}
