package studio.parley.studio.document.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.parley.audio.store.ClipId;
import studio.parley.io.AtomicFile;
import studio.parley.io.Disk;
import studio.parley.io.WriteTarget;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.Document;

/** Copies everything a project needs into one folder, so that it can be moved. */
public final class ProjectCollector {
    private ProjectCollector() {}

    /** Copies reference clips from outside the folder (with their transcripts) to {@code references/}; one step. */
    public static Edit references(Document document, ProjectFolder folder) {
        Disk.folder(folder.references());
        var used = new HashSet<String>();
        var change = Edit.of("Collect reference clips", d -> d).change();
        for (var speaker : document.conversation().speakers()) {
            for (var reference : speaker.references()) {
                var file = folder.reference(reference.path());
                if (file.startsWith(folder.root()) || !Files.isRegularFile(file)) continue;
                var inside = "references/" + copy(file, folder, used);
                var relink = ProjectEdits.relink(speaker.number(), reference.path(), inside).change();
                var before = change;
                change = d -> relink.apply(before.apply(d));
            }
        }
        return Edit.of("Collect reference clips", change);
    }

    /** Creates a new project folder with the document, the clips of its takes and its references; missing files stay missing. */
    public static void into(Path root, Document document, ProjectFolder from) {
        var to = new ProjectFolder(root.toAbsolutePath().normalize());
        if (WriteTarget.isInside(to.root(), from.root())) throw Problem.input(root + " is inside the project. Choose a folder outside it.");
        AtomicFolder.fill(to.root(), () -> copy(to, document, from));
    }

    private static void copy(ProjectFolder to, Document document, ProjectFolder from) {
        try (var project = Project.create(to.root(), absolute(document, from))) {
            project.edit(references(project.document(), to)).join();
            for (var line : document.lines()) {
                for (var take : line.takes()) {
                    if (ClipId.isOne(take.clip())) copyClip(from.clipStore().files(new ClipId(take.clip())), new ClipId(take.clip()), to);
                }
            }
            project.save().join();
        }
    }

    private static Document absolute(Document document, ProjectFolder from) {
        for (var speaker : document.conversation().speakers()) {
            for (var reference : speaker.references()) {
                var elsewhere = from.reference(reference.path()).toString();
                document = ProjectEdits.relink(speaker.number(), reference.path(), elsewhere).change().apply(document);
            }
        }
        return document;
    }

    /** Copies files of a clip to a project's store: its audio, its sidecars. Without the audio, codes are enough to restore it. */
    static void copyClip(List<Path> files, ClipId clip, ProjectFolder to) {
        var place = Disk.parent(to.clipStore().file(clip));
        if (!files.isEmpty()) Disk.folder(place);
        for (var file : files) AtomicFile.copy(file, place.resolve(file.getFileName().toString()));
    }

    private static String copy(Path file, ProjectFolder folder, Set<String> used) {
        var name = file.getFileName().toString();
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        var free = name;
        for (int i = 2; used.contains(free.toLowerCase(Locale.ROOT)) || Files.exists(folder.references().resolve(free)); i++) {
            free = name.substring(0, dot) + "-" + i + name.substring(dot);
        }
        used.add(free.toLowerCase(Locale.ROOT));
        AtomicFile.copy(file, folder.references().resolve(free));
        var words = file.resolveSibling(name.substring(0, dot) + ".txt");
        int end = free.lastIndexOf('.') < 0 ? free.length() : free.lastIndexOf('.');
        if (Files.isRegularFile(words)) AtomicFile.copy(words, folder.references().resolve(free.substring(0, end) + ".txt"));
        return free;
    }
}
