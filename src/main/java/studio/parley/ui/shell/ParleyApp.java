package studio.parley.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import studio.parley.io.AppFolders;
import studio.parley.io.ProcessEnvironment;
import studio.parley.studio.Places;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.FolderOpener;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.Texts;

/** The application: one window. Started by {@code Main} when no subcommand is given; a project folder may be named. */
public final class ParleyApp extends Application {
    private Optional<Tools> tools = Optional.empty();

    @Override
    public void start(Stage stage) {
        var tools = Tools.at(Places.ofUser());
        this.tools = Optional.of(tools);
        // A defect ends one action, not the window; it is told with its details.
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> tools.notices().trouble(thrown));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitWrites(tools), "parley-writes"));
        var window = new Window(stage, tools);
        tools.preferences().settings().notice().ifPresent(n -> tools.notices().warn(n, new Notices.Remedy(Texts.of("export.open"),
                () -> FolderOpener.open(tools.places().settingsFile().getParent(), tools.notices()::info))));
        window.start(getParameters().getRaw().stream().findFirst().map(Path::of));
        stage.show();
    }

    @Override
    public void stop() {
        tools.ifPresent(t -> {
            t.models().close();
            end(t);
        });
    }

    /** Returns when everything that was changed is on the disk. JavaFX thread. */
    static void end(Tools tools) {
        tools.preferences().settle();
        awaitWrites(tools);
    }

    private static void awaitWrites(Tools tools) {
        tools.preferences().written().handle((v, refused) -> refused).join();
        FxThread.awaitWrites();
    }

    /** Opens the window and returns when it is closed. */
    public static void open(Optional<Path> project) {
        var folders = AppFolders.ofUser();
        System.setProperty("javafx.cachedir", folders.natives().resolve("javafx").toString());
        // For the libraries below: the graphics driver's cache, and GTK's look at the machine's network.
        ProcessEnvironment.set("MESA_SHADER_CACHE_DIR", folders.cache().resolve("graphics").toString());
        ProcessEnvironment.set("GIO_USE_NETWORK_MONITOR", "base");
        launch(ParleyApp.class, project.stream().map(Path::toString).toArray(String[]::new));
    }
}
