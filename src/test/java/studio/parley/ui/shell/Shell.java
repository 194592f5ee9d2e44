package studio.parley.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import studio.parley.playback.MemoryOut;
import studio.parley.playback.Opener;
import studio.parley.ui.Desks;
import studio.parley.ui.Fx;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.Choosers;

/** A whole window for tests, with file dialogs that answer what {@link #chosen} says. */
public final class Shell implements AutoCloseable {
    public final Fx fx;
    public final Tools tools;
    public Window window;
    public volatile Optional<Path> chosen = Optional.empty();

    /** An empty window, before {@link Window#start}. */
    public Shell(Path home) throws Exception {
        this(home, new MemoryOut(Desk.RATE));
    }

    /** One that is heard through {@code out}. */
    public Shell(Path home, MemoryOut out) throws Exception {
        Fx.startToolkit();
        tools = Fx.call(() -> Desks.tools(home).withSound(Opener.of(out)));
        fx = new Fx(this::scene);
    }

    /** With the lighthouse open, its first lines rendered. */
    public static Shell lighthouse(Path home, int rendered) throws Exception {
        return lighthouse(new Shell(home), home, rendered);
    }

    /** The same in a window that is there. */
    public static Shell lighthouse(Shell shell, Path home, int rendered) throws Exception {
        Fx.run(() -> {
            var made = Desks.of(home, Desks.LIGHTHOUSE, rendered);
            made.close();
            shell.window.open(home.resolve("test.parley"));
        });
        Fx.until(() -> shell.window.desk().isPresent(), 10_000);
        Fx.settle();
        return shell;
    }

    private Scene scene() {
        window = new Window(new Stage(), tools, new Choosers() {
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

    public Desk desk() {
        return window.desk().orElseThrow();
    }

    public void command(String id) throws Exception {
        Fx.run(() -> tools.commands().run(id));
        Fx.settle();
    }

    @Override
    public void close() throws Exception {
        Fx.run(window::close);
        fx.close();
    }
}
