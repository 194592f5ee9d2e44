package studio.parley.studio.document;

import java.nio.file.Files;
import java.nio.file.Path;
import studio.parley.audio.ClipShelf;

/**
 * Where things lie in {@code name.parley/}: {@code project.json} for people and other programs, {@code journal} (the same, its
 * history, and all since the last save), {@code audio/} (clips by content), {@code references/}. Paths of references in a document
 * are relative to this folder unless absolute.
 */
public record ProjectFolder(Path root) {
    /** What the name of a project folder ends with. */
    public static final String ENDING = ".parley";

    public Path json() {
        return root.resolve("project.json");
    }

    Path lastJson() {
        return root.resolve("project.last.json");
    }

    Path journal() {
        return root.resolve("journal");
    }

    Path lock() {
        return root.resolve("lock");
    }

    public ClipShelf shelf() {
        return new ClipShelf(root.resolve("audio"));
    }

    public Path references() {
        return root.resolve("references");
    }

    /** The file a reference's path means. */
    public Path reference(String path) {
        return root.resolve(path).normalize();
    }

    /** Whether a folder looks like a project. */
    public static boolean isProject(Path folder) {
        var here = new ProjectFolder(folder);
        return Files.isRegularFile(here.json()) || Files.isRegularFile(here.journal());
    }
}
