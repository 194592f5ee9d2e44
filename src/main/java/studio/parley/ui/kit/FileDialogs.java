package studio.parley.ui.kit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's dialogs for files and folders; tests provide their own answers. JavaFX thread. */
public interface FileDialogs {
    /** An existing folder. */
    Optional<Path> folder(@Nullable Window owner, String title, Optional<Path> start);

    /** An existing file; {@code endings} such as {@code *.wav}, none for any. */
    Optional<Path> file(@Nullable Window owner, String title, List<String> endings);

    /** A file to write. */
    Optional<Path> save(@Nullable Window owner, String title, String name);

    /** The system's dialogs. */
    static FileDialogs system() {
        return new FileDialogs() {
            @Override
            public Optional<Path> folder(@Nullable Window owner, String title, Optional<Path> start) {
                var chooser = new DirectoryChooser();
                chooser.setTitle(title);
                start.filter(Files::isDirectory).ifPresent(p -> chooser.setInitialDirectory(p.toFile()));
                return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> file(@Nullable Window owner, String title, List<String> endings) {
                var chooser = new FileChooser();
                chooser.setTitle(title);
                if (!endings.isEmpty()) chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(String.join(" ", endings), endings));
                return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> save(@Nullable Window owner, String title, String name) {
                var chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.setInitialFileName(name);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }
        };
    }
}
