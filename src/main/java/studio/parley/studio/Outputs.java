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
import studio.parley.studio.settings.AppDirectories;
import studio.parley.voice.ReferenceClip;
import studio.parley.voice.ReferenceFiles;

/**
 * The outputs of a command, checked and locked before the work begins: every location can be written, none is an input, none is inside a
 * project or the model, and no other Parley process writes there until {@link #close}. First declare the inputs, then the outputs. Missing
 * folders are created; those still empty at the end are removed. Files left by a killed process for the same outputs are removed.
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

    /** A file that must not change. */
    public Outputs reading(Path file) {
        inputs.add(file);
        return this;
    }

    /** Reference clips and their transcripts. */
    public Outputs reading(Collection<ReferenceClip> clips) {
        for (var clip : clips) reading(clip.file()).reading(ReferenceFiles.beside(clip.file()));
        return this;
    }

    /** The files a project refers to outside its folder; the folder itself is protected like every project's. */
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

    /** An audio file, in a format that Parley writes. */
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

    /** A folder that will be written into, and its files by their relative names. */
    public Outputs folder(Path folder, Collection<String> names) {
        return folder(folder).within(folder, names);
    }

    /** A folder that will be written into; its files are declared later. */
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

    /** A folder of Parley's own next to an output. */
    public Outputs own(Path folder) {
        folder(folder);
        locks.add(OutputLock.inside(folder));
        return this;
    }

    /** Files in a folder that was declared. */
    public Outputs within(Path folder, Collection<String> names) {
        try {
            for (var name : names) {
                // A new file can be created; an existing one may be anything.
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
                // It is what was requested.
            }
        }
    }
}
