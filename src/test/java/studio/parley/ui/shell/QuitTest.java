package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.studio.settings.Settings;
import studio.parley.ui.Fx;
import studio.parley.ui.kit.FxThread;

/** What is under way when a person quits is on the disk before the process may end. */
class QuitTest {
    @TempDir
    Path home;

    private Settings settings() {
        return Settings.read(home.resolve("home/settings.json"));
    }

    @Test
    void settingsThatWereJustMadeAreThere() throws Exception {
        try (var shell = new Shell(home)) {
            Fx.run(() -> {
                for (int i = 0; i < 50; i++) shell.services.preferences().put("project.last", "/p" + i);
                shell.services.preferences().putLater("layout.side", () -> Optional.of("0.5"));
                ParleyApp.end(shell.services);
            });
            assertEquals(Optional.of("/p49"), settings().get("project.last"));
            assertEquals(Optional.of("0.5"), settings().get("layout.side"));
        }
    }

    @Test
    void theWindowsPlaceIsThere() throws Exception {
        try (var shell = new Shell(home)) {
            Fx.run(() -> {
                shell.window.stage().show();
                shell.window.stage().setX(33);
                shell.window.stage().setWidth(1001);
                shell.window.quit();
                ParleyApp.end(shell.services);
            });
            var place = settings().get("window.place").orElse("");
            assertTrue(place.startsWith("33,") && place.contains(",1001,"), place);
        }
    }

    @Test
    void aFileThatIsBeingWrittenIsFinished() throws Exception {
        try (var shell = new Shell(home)) {
            var begun = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var file = home.resolve("export.wav");
            FxThread.write(() -> {
                begun.countDown();
                goOn.await();
                return Files.writeString(file, "whole");
            }, done -> { }, thrown -> { });
            begun.await();
            var ended = CompletableFuture.runAsync(FxThread::awaitWrites);
            assertFalse(ended.isDone());
            goOn.countDown();
            ended.join();
            assertEquals("whole", Files.readString(file));
        }
    }
}
