package studio.parley.studio.recordings;

import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.function.DoubleConsumer;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.AtomicFolder;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.project.ProjectImport;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.voices.ClipImporter;

/** Creates projects from recorded conversations. */
public final class ImportRecording {
    /** A new project; {@link RecordedConversation#areAlike}. */
    public record Imported(ProjectImport.ImportedProject made, boolean areAlike) {}

    private ImportRecording() {}

    /**
     * Creates a project folder, completely or not at all.
     *
     * @throws Problem if the recording cannot be read, no words are understood in it, or the folder is a project already
     */
    public static Imported create(RecordingRequest request, Path root, AppDirectories directories, DoubleConsumer progress) {
        if (ProjectFolder.isProject(root)) throw Problem.input(root + " is already a project. Open it, or choose another name.");
        ProjectFolder.refuseInside(root);
        var read = ReadRecording.of(request, directories, progress);
        var project = AtomicFolder.fill(root, () -> filled(root, title(request.file()), read));
        return new Imported(new ProjectImport.ImportedProject(project, read.notices()), read.areAlike());
    }

    private static Project filled(Path root, String title, RecordedConversation read) {
        var project = Project.create(root, Document.empty(title));
        try {
            var stored = read.store(project.clipStore(), new ClipImporter(project.folder()));
            project.edit(read.appended(stored)).join();
            project.save().join();
            return project;
        } catch (CompletionException e) {
            project.close();
            throw e.getCause() instanceof Problem refused ? refused : e;
        } catch (RuntimeException e) {
            project.close();
            throw e;
        }
    }

    private static String title(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    }
}
