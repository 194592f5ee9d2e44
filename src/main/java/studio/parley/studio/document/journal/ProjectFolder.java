package studio.parley.studio.document.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;
import studio.parley.audio.store.ClipStore;
import studio.parley.io.IoProblem;
import studio.parley.io.TempFolder;
import studio.parley.problem.Problem;

/**
 * The layout of {@code name.parley/}: {@code project.json} for people and other programs, {@code journal} (the same, its history, and all
 * changes since the last save), {@code audio/} (clips by content), {@code references/}. Paths of references in a document are relative to
 * this folder unless absolute.
 */
public final class ProjectFolder {
    /** The extension of a project folder. */
    public static final String ENDING = ".parley";

    private final Path root;
    private final ClipStore clipStore;

    public ProjectFolder(Path root) {
        this(root, new ClipStore(root.resolve("audio")));
    }

    private ProjectFolder(Path root, ClipStore clipStore) {
        this.root = root;
        this.clipStore = clipStore;
    }

    /** A folder whose clips are in another place. */
    public ProjectFolder(Path root, Path audio) {
        this(root, new ClipStore(audio));
    }

    /** The same folder if new clips are written to another place. */
    ProjectFolder writingTo(Path audio) {
        return new ProjectFolder(root, new ClipStore(root.resolve("audio"), audio));
    }

    /** The same folder if it is read-only: restored audio is written to a temporary folder. */
    ProjectFolder readOnly() {
        return writingTo(TempFolder.folder());
    }

    /** Whether everything that editing writes may be written here. */
    boolean isWritable() {
        return Files.isWritable(root) && Stream.of(json(), journal(), lock(), root.resolve("audio")).allMatch(f -> !Files.exists(f) || Files.isWritable(f));
    }

    public Path root() {
        return root;
    }

    public Path json() {
        return root.resolve("project.json");
    }

    Path lastJson() {
        return root.resolve("project.last.json");
    }

    public Path journal() {
        return root.resolve("journal");
    }

    Path lock() {
        return root.resolve("lock");
    }

    public ClipStore clipStore() {
        return clipStore;
    }

    public Path references() {
        return root.resolve("references");
    }

    /** The file of a reference's path; a name that is not valid on this system means a file that does not exist. */
    public Path reference(String path) {
        try {
            return root.resolve(path).normalize();
        } catch (InvalidPathException e) {
            return references().resolve("name-of-another-system");
        }
    }

    /** Rejects a path, existing or not, inside a project: only Parley's own editing writes there. */
    public static void refuseInside(Path place) {
        var above = place.toAbsolutePath().normalize().getParent();
        while (above != null && !Files.exists(above)) above = above.getParent();
        try {
            for (above = above == null ? null : above.toRealPath(); above != null; above = above.getParent()) refuse(place, above);
        } catch (IOException e) {
            throw IoProblem.of("look at", place, e);
        }
    }

    /** The same, but checks only one of the folders around a path. */
    public static void refuse(Path place, Path around) {
        var project = new ProjectFolder(around);
        // Other programs have files called project.json, too.
        boolean is = around.toString().endsWith(ENDING) && isProject(around) || Files.isRegularFile(project.json()) && Files.isRegularFile(project.journal());
        if (is) throw Problem.input("The output " + place + " is inside the project " + around + ". Choose a location outside it.");
    }

    /** Whether a folder looks like a project. */
    public static boolean isProject(Path folder) {
        var here = new ProjectFolder(folder);
        return Files.isRegularFile(here.json()) || Files.isRegularFile(here.journal());
    }
}
