package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.playback.device.MemoryOut;
import studio.parley.ui.Fx;
import studio.parley.ui.session.PlaybackController;
import studio.parley.ui.session.ProjectSession;

/** J, K and L on a sound card whose clock the test moves: how far the playhead gets while a tenth of a second is heard. */
class ShuttleTest {
    private static final int TENTH = ProjectSession.RATE / 10;
    @TempDir
    Path home;
    private final MemoryOut out = MemoryOut.paced(ProjectSession.RATE, 2 * TENTH);

    @Test
    void eachPressInADirectionDoublesTheSpeed() throws Exception {
        try (var shell = Shell.lighthouse(new Shell(home, out), home, 7)) {
            Fx.run(() -> shell.session().player().seek(2));
            pressed(shell, KeyCode.L, 1);
            pressed(shell, KeyCode.L, 2);
            assertEquals("2×", shown(shell));
            pressed(shell, KeyCode.L, 4);
            pressed(shell, KeyCode.J, -1);
            assertEquals("−1×", shown(shell));
            pressed(shell, KeyCode.J, -2);
            pressed(shell, KeyCode.L, 1);
            shell.fx.key(KeyCode.K);
            assertEquals("1×", shown(shell));
            assertFalse(Fx.call(() -> shell.session().player().playingProperty().get()));
            pressed(shell, KeyCode.L, 1);
        }
    }

    /** The box on the bar, by mouse and by key; K leaves it as it is. */
    @Test
    void theSpeedBoxSaysHowFastOneListens() throws Exception {
        try (var shell = Shell.lighthouse(new Shell(home, out), home, 7)) {
            var player = shell.session().player();
            ComboBox<Double> box = shell.fx.find("#speed");
            assertEquals("Playback speed 1×", Fx.call(box::getAccessibleText));
            assertTrue(Fx.call(() -> box.isFocusTraversable() && box.getTooltip().getText().contains("same pitch")));
            Fx.run(() -> box.getSelectionModel().select(1.5));
            assertFalse(Fx.call(() -> player.playingProperty().get()));
            pressed(shell, KeyCode.L, 1.5);
            shell.fx.key(KeyCode.K);
            shell.fx.key(KeyCode.ALT, KeyCode.SHIFT, KeyCode.PERIOD);
            assertEquals(2, Fx.call(box::getValue));
            for (int i = 0; i < 7; i++) shell.fx.key(KeyCode.ALT, KeyCode.SHIFT, KeyCode.COMMA);
            assertEquals(0.5, Fx.call(box::getValue));
            assertEquals("Playback speed 0.5×", Fx.call(box::getAccessibleText));
            Fx.run(() -> player.seek(2));
            pressed(shell, KeyCode.P, 0.5);
        }
    }

    /** As the guide says: X stops where sound stopped, and begins nothing. */
    @Test
    void stopHereStopsAndNeverStarts() throws Exception {
        try (var shell = Shell.lighthouse(new Shell(home, out), home, 7)) {
            var player = shell.session().player();
            Fx.run(() -> player.seek(2));
            shell.fx.key(KeyCode.X);
            assertFalse(Fx.call(() -> player.playingProperty().get()));
            assertEquals(2, Fx.call(player::position));
            pressed(shell, KeyCode.L, 1);
            shell.fx.key(KeyCode.X);
            double at = Fx.call(player::position);
            assertTrue(at > 2);
            shell.fx.key(KeyCode.X);
            assertFalse(Fx.call(() -> player.playingProperty().get()));
            assertEquals(at, Fx.call(player::position));
        }
    }

    private static String shown(Shell shell) throws Exception {
        ComboBox<Double> box = shell.fx.find("#speed");
        return Fx.call(() -> box.getButtonCell().getText());
    }

    /** The first tenths after a press may still be what was queued at the speed before. */
    private void pressed(Shell shell, KeyCode key, double speed) throws Exception {
        shell.fx.key(key);
        var moved = new ArrayList<Double>();
        for (int i = 0; i < 6 && (moved.isEmpty() || Math.abs(moved.getLast() - 0.1 * speed) > 0.01); i++) moved.add(tenth(shell.session().player()));
        assertEquals(0.1 * speed, moved.getLast(), 0.01, key + ": " + moved);
    }

    /** How far the playhead gets while a tenth of a second is heard. */
    private double tenth(PlaybackController player) throws Exception {
        Fx.until(() -> out.available() == 0, 10_000);
        double from = Fx.call(player::position);
        out.advance(TENTH);
        Fx.until(() -> out.available() == 0, 10_000);
        Fx.settle();
        return Fx.call(player::position) - from;
    }
}
