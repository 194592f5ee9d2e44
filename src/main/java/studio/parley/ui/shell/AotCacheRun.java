package studio.parley.ui.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import studio.parley.io.LogFile;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.session.AppServices;

/**
 * The run that the launcher records for Java's ahead-of-time cache: opens the sample project, types into a line and opens the
 * first dialogs, without a screen, and ends.
 */
public final class AotCacheRun extends Application {
    /** A start that hangs must not hang the build. */
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final List<String> OPENED = List.of("side.line", "side.checks", "view.palette", "view.settings");
    private static final String TYPED = "Some words, typed.";

    private int typed;

    @Override
    public void start(Stage stage) {
        var services = AppServices.at(AppDirectories.ofUser(), Platform::runLater);
        var window = new MainWindow(stage, services);
        window.start(Optional.empty());
        stage.show();
        long end = System.nanoTime() + LONGEST.toNanos();
        FxThread.every(Duration.ofMillis(100), () -> {
            boolean ready = window.session().filter(d -> d.speech().model().isPresent()).isPresent();
            if (!ready && System.nanoTime() < end) return;
            if (ready && typed < TYPED.length()) {
                type(stage.getScene(), TYPED.substring(typed, ++typed));
                return;
            }
            OPENED.forEach(services.commands()::run);
            window.close();
            services.models().close();
            System.exit(ready ? 0 : 1);
        });
    }

    /** One key per picture, in the line that has the focus. */
    private static void type(Scene scene, String key) {
        if (scene.getFocusOwner() != null) {
            Event.fireEvent(scene.getFocusOwner(), new KeyEvent(KeyEvent.KEY_TYPED, key, key, KeyCode.UNDEFINED, false, false, false, false));
        }
    }

    public static void main(String[] arguments) {
        LogFile.install();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            thrown.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        launch();
    }
}
