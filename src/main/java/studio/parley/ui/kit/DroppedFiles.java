package studio.parley.ui.kit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.input.Dragboard;
import studio.parley.studio.document.journal.ProjectFolder;

/**
 * Files dragged into the window, classified by name; their content is checked when they are read. Of a folder that is not a project, its
 * audio files count.
 *
 * @param others files that Parley cannot use
 */
public record DroppedFiles(List<Path> sounds, List<Path> scripts, List<Path> projects, List<Path> others) {
    /** Of a drag over a target. */
    public static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final Set<String> SOUNDS = Set.of("wav", "wave", "mp3", "flac", "ogg", "oga", "opus", "m4a", "aac", "aif", "aiff", "wma", "w64", "rf64", "bwf");
    private static final Set<String> SCRIPTS = Set.of("txt", "md", "markdown", "fountain", "spmd", "csv", "tsv", "srt", "vtt", "parley-script", "script");

    public static DroppedFiles of(Dragboard board) {
        var out = new DroppedFiles(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (board.hasFiles()) board.getFiles().stream().map(File::toPath).forEach(out::sort);
        return out;
    }

    private void sort(Path file) {
        if (Files.isDirectory(file)) folder(file);
        else if (SOUNDS.contains(ending(file))) sounds.add(file);
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
            var inside = files.filter(f -> SOUNDS.contains(ending(f))).sorted().toList();
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
