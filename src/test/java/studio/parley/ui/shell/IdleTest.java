package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.sun.javafx.tk.Toolkit;
import com.sun.scenario.animation.AbstractPrimaryTimer;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.Fx;
import studio.parley.ui.session.ProjectSession;

/** A window in which nothing happens draws nothing, and a project that is closed leaves nothing behind that moves. */
class IdleTest {
    @TempDir
    Path home;

    @Test
    void anIdleWindowKeepsNoPulseGoing() throws Exception {
        Fx.startToolkit();
        var others = Fx.call(IdleTest::running);
        try (var shell = Shell.lighthouse(home, 3)) {
            Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
            Fx.rest();
            Fx.until(() -> others.containsAll(running()), 10_000);
            Fx.run(() -> shell.session().player().play());
            assertFalse(Fx.call(() -> others.containsAll(running())));
            Fx.run(() -> shell.session().player().stopHere());
            Fx.until(() -> others.containsAll(running()), 10_000);
        }
    }

    @Test
    void aClosedProjectIsForgotten() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            assertForgotten(closed(shell));
        }
    }

    @Test
    void aClosedWindowIsForgotten() throws Exception {
        assertForgotten(closedWindow());
    }

    /** What still moved or ticked would hold it. */
    private static void assertForgotten(WeakReference<?> gone) throws Exception {
        Fx.until(() -> {
            System.gc();
            return gone.refersTo(null);
        }, 10_000);
        assertNull(gone.get());
    }

    private WeakReference<Scene> closedWindow() throws Exception {
        try (var shell = Shell.lighthouse(home, 3)) {
            Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
            return new WeakReference<>(shell.window.scene());
        }
    }

    /** Leaves a project while it is heard, rendered and typed into. */
    private static WeakReference<ProjectSession> closed(Shell shell) throws Exception {
        Fx.until(() -> shell.session().speech().model().isPresent(), 30_000);
        shell.fx.key(KeyCode.F6);
        Fx.run(() -> {
            shell.session().player().play();
            shell.session().speech().renderNeeded();
        });
        shell.fx.key(KeyCode.ENTER);
        var session = new WeakReference<>(shell.session());
        Fx.run(shell.window::empty);
        Fx.rest();
        return session;
    }

    /** Animations and timers that want every pulse. */
    private static List<Object> running() {
        try {
            var all = new ArrayList<>();
            for (var name : List.of("receivers", "animationTimers")) {
                for (var record : (Object[]) read(AbstractPrimaryTimer.class, name, Toolkit.getToolkit().getPrimaryTimer())) {
                    if (record == null) continue;
                    var receiver = record.getClass().getDeclaredMethod("receiver");
                    receiver.setAccessible(true);
                    all.add(receiver.invoke(record));
                }
            }
            return all;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object read(Class<?> type, String name, Object from) throws ReflectiveOperationException {
        var field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(from);
    }
}
