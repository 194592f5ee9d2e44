package studio.parley.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.playback.device.MemoryOut;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.shell.Shell;

class ListeningTest {
    @TempDir
    Path home;

    @Test
    void ratesFlagsLocksAndSwitchesTakesByKeys() throws Exception {
        // A device whose clock stands until the test moves it.
        var out = MemoryOut.paced(ProjectSession.RATE, ProjectSession.RATE / 10);
        try (var shell = Shell.lighthouse(new Shell(home, out), home, 4)) {
            Fx.run(() -> {
                SessionFixture.arrive(shell.session(), shell.session().document().lines().getFirst());
                shell.session().refresh();
            });
            shell.fx.key(KeyCode.CONTROL, KeyCode.L);
            Labeled where = shell.fx.find("#listening-line");
            assertEquals("Line 1 · Ann", Fx.call(where::getText));
            shell.fx.key(KeyCode.DIGIT4);
            shell.fx.key(KeyCode.F);
            shell.fx.key(KeyCode.TAB);
            var first = Fx.call(() -> shell.session().document().lines().getFirst());
            assertEquals(Optional.of("T1"), first.chosen());
            assertEquals(4, Fx.call(() -> shell.session().document().decoration(first.id()).stars().get("T2")));
            assertTrue(Fx.call(() -> shell.session().document().decoration(first.id()).flagged()));
            shell.fx.png("listening.png");
            // One sees the clips that one hears.
            assertTrue(Fx.call(() -> {
                var clips = shell.fx.stage.getScene().lookup("#timeline");
                var card = shell.fx.stage.getScene().lookup("#listening");
                return card.localToScene(card.getLayoutBounds()).getMaxY() <= clips.localToScene(clips.getLayoutBounds()).getMinY();
            }));
            shell.fx.key(KeyCode.K);
            assertTrue(Fx.call(() -> shell.session().document().decoration(first.id()).locked()));
            shell.fx.key(KeyCode.N);
            assertEquals("Line 2 · Ben", Fx.call(where::getText));
            shell.fx.key(KeyCode.B);
            assertEquals("Line 1 · Ann", Fx.call(where::getText));
            // The end of a line goes on to the next by itself.
            Fx.until(() -> {
                out.advance(ProjectSession.RATE / 20);
                return where.getText().equals("Line 3 · Ann");
            }, 20_000);
            shell.fx.key(KeyCode.ESCAPE);
            assertNull(Fx.call(() -> shell.fx.stage.getScene().getRoot().lookup("#listening")));
            Fx.until(() -> !shell.session().player().playingProperty().get(), 3_000);
        }
    }
}
