package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;

class StartedAgainTest {
    @TempDir
    Path home;

    @Test
    void theOpenWindowTakesTheProjectOfTheSecondStart() throws Exception {
        try (var shell = new Shell(home)) {
            Fx.run(() -> {
                SessionFixture.of(home, SessionFixture.LIGHTHOUSE, 0).close();
                shell.window.stage().show();
                shell.window.stage().setIconified(true);
                shell.window.comeForward(Optional.of(home.resolve("test.parley")));
                assertFalse(shell.window.stage().isIconified());
            });
            Fx.until(() -> shell.window.session().isPresent(), 10_000);
            Fx.run(() -> shell.window.stage().hide());
        }
    }
}
