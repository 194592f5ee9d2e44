package studio.parley.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.playback.device.MemoryOut;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.session.ProjectSession;

/** A whole window for tests, with file dialogs that answer what {@link #chosen} says. */
public final class Shell implements AutoCloseable {
    public final Fx fx;
    public final AppServices services;
    public MainWindow window;
    public volatile Optional<Path> chosen = Optional.empty();

    /** An empty window, before {@link MainWindow#start}. */
    public Shell(Path home) throws Exception {
        this(home, new MemoryOut(ProjectSession.RATE));
    }

    /** One that is heard through {@code out}. */
    public Shell(Path home, MemoryOut out) throws Exception {
        this(home, services -> services.withSound(AudioOutFactory.of(out)));
    }

    /** One with other services. */
    public Shell(Path home, UnaryOperator<AppServices> change) throws Exception {
        Fx.startToolkit();
        services = Fx.call(() -> change.apply(SessionFixture.services(home)));
        fx = new Fx(this::scene);
    }

    /** With the lighthouse open, its first lines rendered. */
    public static Shell lighthouse(Path home, int rendered) throws Exception {
        return lighthouse(new Shell(home), home, rendered);
    }

    /** The same in a window that is there. */
    public static Shell lighthouse(Shell shell, Path home, int rendered) throws Exception {
        Fx.run(() -> {
            var made = SessionFixture.of(home, SessionFixture.LIGHTHOUSE, rendered);
            made.close();
            shell.window.open(home.resolve("test.parley"));
        });
        Fx.until(() -> shell.window.session().isPresent(), 10_000);
        Fx.settle();
        return shell;
    }

    private Scene scene() {
        window = new MainWindow(new Stage(), services, new FileDialogs() {
            @Override
            public Optional<Path> folder(javafx.stage.@Nullable Window owner, String title, Optional<Path> start) {
                return chosen;
            }

            @Override
            public Optional<Path> file(javafx.stage.@Nullable Window owner, String title, List<String> endings) {
                return chosen;
            }

            @Override
            public Optional<Path> save(javafx.stage.@Nullable Window owner, String title, String name) {
                return chosen;
            }
        });
        return window.scene();
    }

    public ProjectSession session() {
        return window.session().orElseThrow();
    }

    public void command(String id) throws Exception {
        Fx.run(() -> services.commands().run(id));
        Fx.settle();
    }

    @Override
    public void close() throws Exception {
        Fx.run(window::close);
        fx.close();
    }
}
