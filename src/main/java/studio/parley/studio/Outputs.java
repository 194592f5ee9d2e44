package studio.parley.studio;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.io.AtomicFile;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.io.WriteTarget;
import studio.parley.problem.Problem;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.voice.ReferenceFiles;

/**
 * What a command is going to write, checked and claimed before the work begins: every place can be written, none is something that
 * is read, none lies in a project or in the model, and no other Parley writes there until {@link #close}. First name what is read,
 * then what is written. Folders on the way are made; those still empty at the end go again. What a killed Parley left of the same
 * outputs is removed.
 */
public final class Outputs implements AutoCloseable {
    private final Path cache;
    private final List<Path> inputs = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<Path> outputs = new ArrayList<>();
    private final List<OutputLock> locks = new ArrayList<>();
    private final List<Path> made = new ArrayList<>();

    public Outputs(AppDirectories directories) {
        this.cache = directories.cache();
    }

    /** A file that must stay as it is. */
    public Outputs reading(Path file) {
        inputs.add(file);
        return this;
    }

    /** Reference clips, with the words beside them. */
    public Outputs reading(Collection<ReferenceClip> clips) {
        for (var clip : clips) reading(clip.file()).reading(ReferenceFiles.beside(clip.file()));
        return this;
    }

    /** What a project refers to outside its folder; the folder itself is safe as every project's is. */
    public Outputs reading(ProjectFolder folder, Document document) {
        for (var speaker : document.conversation().speakers()) {
            for (var reference : speaker.references()) {
                var file = folder.reference(reference.path());
                reading(file).reading(ReferenceFiles.beside(file));
            }
        }
        return this;
    }

    /** A folder that nothing may be written into: a model. */
    public Outputs readingFolder(Path folder) {
        folders.add(folder);
        return this;
    }

    /** A sound file, of a kind that Parley writes. */
    public Outputs sound(Path file) {
        if (!Files.isDirectory(file)) AudioFormat.of(file);
        return file(file);
    }

    /** A file that will be written. */
    public Outputs file(Path file) {
        try {
            parent(file);
            var target = WriteTarget.of(file);
            check(file, target.file());
            if (target.isReplaced() && !Files.isWritable(target.file().getParent())) throw new AccessDeniedException(file.toString());
            if (target.isReplaced()) locks.add(OutputLock.take(cache, target.file()));
            outputs.add(target.file());
            AtomicFile.sweepBeside(List.of(target.file()));
            return this;
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
    }

    /** A folder that will be written into, and the files there by their names below it. */
    public Outputs folder(Path folder, Collection<String> names) {
        return folder(folder).within(folder, names);
    }

    /** A folder that will be written into; which files is said later. */
    public Outputs folder(Path folder) {
        make(folder);
        try {
            if (!Files.isWritable(folder)) throw new AccessDeniedException(folder.toString());
            var real = folder.toRealPath();
            outside(folder, real.resolve("file"));
            locks.add(OutputLock.take(cache, real));
            return this;
        } catch (IOException e) {
            throw IoProblem.of("write into", folder, e);
        }
    }

    /** A folder of Parley's own beside an output. */
    public Outputs own(Path folder) {
        folder(folder);
        locks.add(OutputLock.inside(folder));
        return this;
    }

    /** Files below a folder that was claimed. */
    public Outputs within(Path folder, Collection<String> names) {
        try {
            for (var name : names) {
                // What is not there yet can be made; what is there may be anything.
                if (Files.exists(folder.resolve(name))) check(folder.resolve(name), WriteTarget.of(folder.resolve(name)).file());
            }
            AtomicFile.sweepBeside(names.stream().map(folder::resolve).toList());
            return this;
        } catch (IOException e) {
            throw IoProblem.of("write into", folder, e);
        }
    }

    private void check(Path named, Path real) {
        for (var input : inputs) {
            if (WriteTarget.isSame(input, real)) throw Problem.input("The output " + named + " is also an input (" + input
                    + "). Choose another output.");
        }
        for (var other : outputs) {
            if (other.toString().equalsIgnoreCase(real.toString())) throw Problem.input(named + " would be written twice. Choose another output.");
        }
        outside(named, real);
    }

    private void outside(Path named, Path real) {
        for (var above = real.getParent(); above != null; above = above.getParent()) {
            ProjectFolder.refuse(named, above);
            for (var folder : folders) {
                if (WriteTarget.isSame(folder, above)) throw Problem.input("The output " + named + " is inside the model folder " + folder
                        + ". Choose a location outside it.");
            }
        }
    }

    private void parent(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) make(folder);
    }

    private void make(Path folder) {
        var missing = new ArrayList<Path>();
        for (var f = folder.toAbsolutePath(); f != null && !Files.exists(f); f = f.getParent()) missing.add(f);
        if (!missing.isEmpty()) outside(folder, missing.getLast());
        Disk.folder(folder);
        made.addAll(missing);
    }

    @Override
    public void close() {
        locks.forEach(OutputLock::close);
        for (var folder : made) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException holdsSomething) {
                // It is what was asked for.
            }
        }
    }
}
