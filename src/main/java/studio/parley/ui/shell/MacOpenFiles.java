package studio.parley.ui.shell;

import com.sun.glass.ui.Application;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Projects that are opened in the Finder or dropped on the Dock. macOS sends them as events, which JavaFX passes on only to this class of its
 * own; a package exports it, and without that export such events are ignored as before.
 */
final class MacOpenFiles {
    private MacOpenFiles() {}

    /** JavaFX thread. */
    static void listen(Consumer<Optional<Path>> open) {
        if (!System.getProperty("os.name").startsWith("Mac")) return;
        try {
            Handler.install(open);
        } catch (LinkageError notExported) {
            // Started from the sources.
        }
    }

    /** In place of JavaFX's own handler, which gets all other events. Loading this class needs the export. */
    static final class Handler extends Application.EventHandler {
        private final Application.EventHandler usual;
        private final Consumer<Optional<Path>> open;

        private Handler(Application.EventHandler usual, Consumer<Optional<Path>> open) {
            this.usual = usual;
            this.open = open;
        }

        static void install(Consumer<Optional<Path>> open) {
            var application = Application.GetApplication();
            application.setEventHandler(new Handler(application.getEventHandler(), open));
        }

        @Override
        public void handleOpenFilesAction(Application app, long time, String[] files) {
            for (var file : files) if (file.endsWith(".parley")) open.accept(Optional.of(Path.of(file)));
        }

        @Override
        public void handleQuitAction(Application app, long time) {
            usual.handleQuitAction(app, time);
        }

        @Override
        public void handlePreferencesChanged(Map<String, Object> preferences) {
            usual.handlePreferencesChanged(preferences);
        }
    }
}
