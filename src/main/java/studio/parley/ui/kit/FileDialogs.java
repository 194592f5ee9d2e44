package studio.parley.ui.kit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.codec.AudioFiles;

/** The system's dialogs for files and folders; tests provide their own answers. JavaFX thread. */
public interface FileDialogs {
    /** The endings of recordings. */
    List<String> SOUNDS = AudioFiles.ENDINGS.stream().map(e -> "*." + e).toList();

    /** An existing folder. */
    Optional<Path> folder(@Nullable Window owner, String title, Optional<Path> start);

    /** An existing file; {@code endings} such as {@code *.wav}, none for any. */
    Optional<Path> file(@Nullable Window owner, String title, List<String> endings);

    /** A file to write. */
    Optional<Path> save(@Nullable Window owner, String title, String name);

    /**
     * Files with one of these endings, such as {@code *.wav}, in capital or small letters: the dialogs of Linux tell them apart, and know
     * patterns for either. The others need the plain endings.
     */
    static FileChooser.ExtensionFilter filter(String name, List<String> endings) {
        return filter(name, endings, System.getProperty("os.name", ""));
    }

    static FileChooser.ExtensionFilter filter(String name, List<String> endings, String system) {
        return new FileChooser.ExtensionFilter(name, system.startsWith("Linux") ? endings.stream().map(FileDialogs::eitherCase).toList() : endings);
    }

    private static String eitherCase(String ending) {
        return ending.codePoints().mapToObj(Character::toString)
                .map(c -> Character.isLetter(c.codePointAt(0)) ? "[" + c.toLowerCase(Locale.ROOT) + c.toUpperCase(Locale.ROOT) + "]" : c).collect(Collectors.joining());
    }

    /** Every file, however it is called. */
    static FileChooser.ExtensionFilter all() {
        return new FileChooser.ExtensionFilter(Messages.of("voices.choose.all"), "*");
    }

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
                if (!endings.isEmpty()) chooser.getExtensionFilters().addAll(filter(String.join(" ", endings), endings), all());
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
