package studio.parley.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.playback.device.MemoryOut;
import studio.parley.studio.project.render.RenderQueue;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;

class PlaybackControllerTest {
    private static final String SCRIPT = "Ann: One.\nBen: Two, two.\n";
    @TempDir
    Path home;
    private final MemoryOut out = MemoryOut.paced(ProjectSession.RATE, ProjectSession.RATE / 10);

    @BeforeAll
    static void toolkit() throws Exception {
        Fx.startToolkit();
    }

    private ProjectSession rendered(int lines) throws Exception {
        return Fx.call(() -> SessionFixture.of(home, SCRIPT, lines, AudioOutFactory.of(out)));
    }

    @Test
    void atTheEndItBeginsAgain() throws Exception {
        var session = rendered(2);
        var player = session.player();
        Fx.run(() -> player.seek(player.length()));
        int jumps = Fx.call(() -> player.jumpsProperty().get());
        Fx.run(player::play);
        assertEquals(jumps + 1, Fx.call(() -> player.jumpsProperty().get()));
        out.advance(ProjectSession.RATE / 20);
        Fx.until(() -> out.heard().frames() == ProjectSession.RATE / 20, 10_000);
        Fx.until(() -> Math.abs(player.position() - 0.05) < 0.001, 10_000);
        Fx.run(session::close);
    }

    /** The line after it is being rendered: Space waits for it instead of starting over. */
    @Test
    void atTheEndOfWhatIsRenderedItWaits() throws Exception {
        var session = rendered(1);
        var player = session.player();
        var last = Fx.call(() -> session.document().lines().getLast().id());
        Fx.run(session.speech()::load);
        Fx.until(() -> session.speech().model().isPresent(), 60_000);
        Fx.run(() -> {
            session.speech().queue(RenderQueue::pause);
            session.speech().render(List.of(last), 1);
        });
        Fx.until(() -> session.speech().statuses().containsKey(last), 10_000);
        Fx.run(() -> {
            player.seek(player.length());
            player.play();
        });
        Fx.until(() -> player.playingProperty().get(), 10_000);
        Fx.settle();
        assertEquals(Fx.call(player::length), Fx.call(player::position), 0.01);
        Fx.run(player::stopHere);
        Fx.run(session::close);
    }

    @Test
    void stretchesInARowAndNothingForEmptyOnes() throws Exception {
        var session = rendered(2);
        var player = session.player();
        Fx.run(() -> player.playRange(0.2, 0.2));
        Fx.run(() -> player.playRanges(List.of(new TimeRange(0.1, 0.1 + 1e-6))));
        assertTrue(!Fx.call(() -> player.playingProperty().get()));
        var whole = Fx.call(session::rendering).read(0, ProjectSession.RATE);
        Fx.run(() -> player.playRanges(List.of(new TimeRange(0, 0.05), new TimeRange(0.2, 0.25))));
        int part = ProjectSession.RATE / 20;
        out.advance(10 * part);
        Fx.until(() -> !player.playingProperty().get(), 10_000);
        assertEquals(2 * part, out.heard().frames());
        assertEquals(whole.slice(4 * part, 5 * part), out.heard().slice(part, 2 * part));
        Fx.run(session::close);
    }
}
