package studio.parley.ui.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javafx.stage.Stage;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.session.Preferences;
import studio.parley.ui.session.ProjectSession;

/**
 * Saves {@code project.json} from time to time and when the window loses the focus. The journal has every change at once anyway; this is
 * for people and programs that read the file.
 */
final class Autosave implements AutoCloseable {
    /** Preference: seconds between saves; 0 switches it off. */
    static final String KEY = "autosave.seconds";
    static final double USUAL = 30;

    private final Supplier<Optional<ProjectSession>> session;
    private final Preferences preferences;
    private final Future<?> timer;
    private long last = System.nanoTime();

    Autosave(Stage stage, Supplier<Optional<ProjectSession>> session, Preferences preferences) {
        this.session = session;
        this.preferences = preferences;
        timer = FxThread.every(Duration.ofSeconds(1), this::tick);
        stage.focusedProperty().subscribe((was, is) -> {
            if (!is && interval() > 0) save();
        });
    }

    private double interval() {
        return preferences.number(KEY, USUAL);
    }

    private void tick() {
        if (interval() > 0 && (System.nanoTime() - last) / 1e9 >= interval()) save();
    }

    void save() {
        last = System.nanoTime();
        session.get().filter(d -> d.dirtyProperty().get()).ifPresent(ProjectSession::save);
    }

    @Override
    public void close() {
        timer.cancel(false);
    }
}
