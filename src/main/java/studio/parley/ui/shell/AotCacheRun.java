package studio.parley.ui.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import studio.parley.io.LogFile;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.session.AppServices;

/**
 * The run that the launcher records for Java's ahead-of-time cache: opens the sample project and its first dialogs, without a screen, and
 * ends.
 */
public final class AotCacheRun extends Application {
    /** A start that hangs must not hang the build. */
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final List<String> OPENED = List.of("side.line", "side.checks", "view.palette", "view.settings");

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
            OPENED.forEach(services.commands()::run);
            window.close();
            services.models().close();
            System.exit(ready ? 0 : 1);
        });
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
