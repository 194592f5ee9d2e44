package studio.parley.ui.timeline.view;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;

/** The lighthouse with all seven lines rendered, in a timeline of its own. */
abstract class TimelineBench {
    @TempDir
    Path home;
    Stage s;

    @BeforeEach
    void lighthouse() throws Exception {
        s = Stage.of(home, SessionFixture.LIGHTHOUSE, 7);
    }

    /** So that a pixel is a pixel. */
    final void showEightSecondsWithoutSnapping() throws Exception {
        Fx.run(() -> {
            s.view.model().viewport().show(0, 8);
            s.view.model().options().snapping().set(false);
        });
        Fx.settle();
    }

    @AfterEach
    void close() throws Exception {
        s.close();
    }
}
