package studio.parley.ui.kit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.model.install.ImportModel;

/**
 * Files dragged into the window, classified by name; their content is checked when they are read. Of a folder that is not a project, its
 * audio files count.
 *
 * @param models folders and files that can be imported as a speech model
 * @param others files that Parley cannot use
 */
public record DroppedFiles(List<Path> sounds, List<Path> scripts, List<Path> projects, List<Path> models, List<Path> others) {
    /** Of a drag over a target. */
    public static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final Set<String> SCRIPTS = Set.of("txt", "md", "markdown", "fountain", "spmd", "csv", "tsv", "srt", "vtt", "parley-script", "script");

    public static DroppedFiles of(Dragboard board) {
        var out = new DroppedFiles(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (board.hasFiles()) board.getFiles().stream().map(File::toPath).forEach(out::sort);
        return out;
    }

    /**
     * Lets files be dropped on {@code area} unless something inside it takes them or a dialog is in front of it; {@code mark} is {@link #OVER}
     * meanwhile. What nothing is done with is said.
     */
    public static void accept(Node area, Node mark, Notices notices, Predicate<DroppedFiles> wanted, BiConsumer<DroppedFiles, DragEvent> use) {
        area.addEventFilter(DragEvent.DRAG_OVER, e -> mark.pseudoClassStateChanged(OVER, false));
        area.addEventHandler(DragEvent.DRAG_OVER, e -> taken(area, e, wanted).ifPresent(files -> {
            e.acceptTransferModes(TransferMode.COPY);
            mark.pseudoClassStateChanged(OVER, true);
            e.consume();
        }));
        area.addEventHandler(DragEvent.DRAG_EXITED, e -> mark.pseudoClassStateChanged(OVER, false));
        area.addEventHandler(DragEvent.DRAG_DROPPED, e -> taken(area, e, wanted).ifPresent(files -> {
            use.accept(files, e);
            files.tellOthers(notices);
            e.setDropCompleted(true);
            e.consume();
        }));
    }

    private static Optional<DroppedFiles> taken(Node area, DragEvent event, Predicate<DroppedFiles> wanted) {
        if (!event.getDragboard().hasFiles() || ModalLayer.covers(area)) return Optional.empty();
        return Optional.of(of(event.getDragboard())).filter(wanted);
    }

    private void sort(Path file) {
        if (ImportModel.isOne(file)) models.add(file);
        else if (Files.isDirectory(file)) folder(file);
        else if (AudioFiles.isNamedAudio(file)) sounds.add(file);
        else if (SCRIPTS.contains(ending(file))) scripts.add(file);
        else if (file.endsWith("project.json") && file.getParent() != null) projects.add(file.getParent());
        else others.add(file);
    }

    private void folder(Path folder) {
        if (ProjectFolder.isProject(folder)) {
            projects.add(folder);
            return;
        }
        try (var files = Files.list(folder)) {
            var inside = files.filter(AudioFiles::isNamedAudio).sorted().toList();
            sounds.addAll(inside);
            if (inside.isEmpty()) others.add(folder);
        } catch (IOException e) {
            others.add(folder);
        }
    }

    private static String ending(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Reports files that were skipped, if any, and what can be dropped. */
    public void tellOthers(Notices notices) {
        if (!others.isEmpty()) notices.warn(Messages.of("session.drop.others", others.size(), others.getFirst().getFileName()));
    }
}
