package studio.parley.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import studio.parley.io.AppFolders;
import studio.parley.io.Disk;
import studio.parley.io.InstanceSocket;
import studio.parley.io.ProcessEnvironment;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.ui.kit.FolderOpener;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.session.AppServices;

/** The application: one window. Started by {@code Main} if no subcommand is given; the argument may be a project folder. */
public final class ParleyApp extends Application {
    private Optional<AppServices> services = Optional.empty();
    private Optional<InstanceSocket> starts = Optional.empty();

    @Override
    public void start(Stage stage) {
        // The window's empty frame has no text: it is shown before the fonts are loaded.
        var services = AppServices.at(AppDirectories.ofUser(), Platform::runLater);
        this.services = Optional.of(services);
        // An internal error ends one action, not the window; it is reported with its details.
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> services.notices().trouble(thrown));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitWrites(services), "parley-writes"));
        var window = new MainWindow(stage, services);
        services.preferences().settings().notice().ifPresent(n -> services.notices().warn(n, n, new Notices.Remedy(Messages.of("export.open"),
                () -> FolderOpener.open(Disk.parent(services.directories().settingsFile()), services.notices()::info))));
        window.start(getParameters().getRaw().stream().findFirst().map(Path::of));
        stage.show();
        MacOpenFiles.listen(window::comeForward);
        FxThread.aside(() -> InstanceSocket.open(socket(AppFolders.ofUser()), project -> requested(window, project)), socket -> starts = socket, services.notices()::trouble);
    }

    private static Path socket(AppFolders folders) {
        return InstanceSocket.file(folders, System.getenv());
    }

    /** Another start of Parley, with a project or nothing; returns when the window has taken it. */
    private static void requested(MainWindow window, String project) {
        var taken = new CompletableFuture<Void>();
        FxThread.run(() -> {
            window.comeForward(project.isEmpty() ? Optional.empty() : Optional.of(Path.of(project)));
            taken.complete(null);
        });
        taken.join();
    }

    @Override
    public void stop() {
        starts.ifPresent(InstanceSocket::close);
        services.ifPresent(t -> {
            t.models().close();
            end(t);
        });
    }

    /** Returns when every change is on disk. JavaFX thread. */
    static void end(AppServices services) {
        services.preferences().settle();
        awaitWrites(services);
    }

    private static void awaitWrites(AppServices services) {
        services.preferences().written().handle((v, refused) -> refused).join();
        FxThread.awaitWrites();
    }

    /** Opens the window and returns when it is closed; a window that is already open takes the project instead. */
    public static void open(Optional<Path> project) {
        var folders = AppFolders.ofUser();
        if (InstanceSocket.send(socket(folders), project.map(p -> p.toAbsolutePath().toString()).orElse(""))) return;
        System.setProperty("javafx.cachedir", folders.natives().resolve("javafx").toString());
        // For the libraries below: the graphics driver's cache, and GTK's query of the machine's network. The launcher has set them.
        ProcessEnvironment.setIfMissing("MESA_SHADER_CACHE_DIR", folders.cache().resolve("graphics").toString());
        ProcessEnvironment.setIfMissing("GIO_USE_NETWORK_MONITOR", "base");
        launch(ParleyApp.class, project.stream().map(Path::toString).toArray(String[]::new));
    }
}
