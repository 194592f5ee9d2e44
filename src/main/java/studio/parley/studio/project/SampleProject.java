package studio.parley.studio.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.studio.ClipTranscripts;
import studio.parley.studio.document.journal.AtomicFolder;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.settings.AppDirectories;

/** The sample conversation of the first start. Reads and copies files; not for a thread that must not block. */
public final class SampleProject {
    private static final String NAME = "The Lighthouse";

    private SampleProject() {}

    /** Its existing or future location. */
    public static Path folder(AppDirectories directories) {
        return directories.data().resolve("projects").resolve(NAME + ProjectFolder.ENDING);
    }

    /**
     * The folder of the sample project, created if necessary: copied with its takes from {@code samples/lighthouse.parley} of the program
     * if that exists, else created from the script without takes. An existing one is not changed.
     */
    public static Path ensure(AppDirectories directories) {
        var folder = folder(directories);
        if (ProjectFolder.isProject(folder)) return folder;
        var samples = samples(directories);
        var ready = samples.resolve("lighthouse.parley");
        if (ProjectFolder.isProject(ready)) copy(ready, folder);
        else ProjectImport.create(samples.resolve("lighthouse.txt"), Optional.empty(), Optional.empty(), ClipTranscripts.WRITTEN, folder).project().close();
        return folder;
    }

    private static Path samples(AppDirectories directories) {
        return directories.program().map(p -> p.resolve("assets/samples")).filter(Files::isDirectory).orElse(Path.of("assets/samples"));
    }

    /** First to a temporary folder, so that half a copy is never taken for the sample. */
    private static void copy(Path from, Path to) {
        var part = to.resolveSibling(to.getFileName() + ".part");
        Disk.remove(part);
        Disk.folder(Disk.parent(to));
        AtomicFolder.fill(part, () -> copy(from, part, to));
    }

    private static void copy(Path from, Path part, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = part.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else if (!file.getFileName().toString().equals("lock")) Files.copy(file, target);
            }
            Files.move(part, to);
        } catch (IOException e) {
            throw IoProblem.of("copy the sample project to", to, e);
        } catch (UncheckedIOException e) {
            throw IoProblem.of("copy the sample project to", to, Objects.requireNonNull(e.getCause()));
        }
    }
}
