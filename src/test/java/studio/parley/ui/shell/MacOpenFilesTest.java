package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.glass.ui.Application;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.parley.ui.Fx;

/** The part that any system has: JavaFX's own class takes such a handler and passes the files to it. */
class MacOpenFilesTest {
    @Test
    void projectsAreOpenedAndTheRestIsLeftToJavaFx() throws Exception {
        Fx.startToolkit();
        var opened = new ArrayList<Optional<Path>>();
        Fx.run(() -> {
            var application = Application.GetApplication();
            var usual = application.getEventHandler();
            try {
                MacOpenFiles.Handler.install(opened::add);
                application.getEventHandler().handleOpenFilesAction(application, 0, new String[] {"/Users/ann/Play.parley", "/Users/ann/notes.txt"});
                application.getEventHandler().handlePreferencesChanged(java.util.Map.of());
            } finally {
                application.setEventHandler(usual);
            }
        });
        assertEquals(List.of(Optional.of(Path.of("/Users/ann/Play.parley"))), opened);
    }
}
