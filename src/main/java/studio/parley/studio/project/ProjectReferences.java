package studio.parley.studio.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.dialogue.Reference;
import studio.parley.io.IoProblem;
import studio.parley.io.TempFolder;
import studio.parley.problem.Problem;
import studio.parley.studio.ReferenceCut;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.MissingFile;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.ProjectCollector;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.journal.ReferenceImporter;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.voice.BestStretch;
import studio.parley.voice.ClipFilter;
import studio.parley.voice.ClipReport;
import studio.parley.voice.NoVoice;
import studio.parley.voice.ReferenceFiles;

/**
 * The reference clips of an open project. Called on the thread that owns the project; files are read, copied and judged elsewhere,
 * and what that gives goes into the document on the thread that owns the project, on which futures complete too: with a {@link Problem} as the
 * cause when a file cannot be used. A clip that is taken out stays in the folder, so that undo brings it back.
 */
public final class ProjectReferences {
    private final Project project;
    private final ProjectFolder folder;
    private final Executor ownerThread;

    public ProjectReferences(Project project, Executor ownerThread) {
        this.project = project;
        this.folder = project.folder();
        this.ownerThread = ownerThread;
    }

    private record Read(String path, ReferenceMetadata note, ClipReport report, List<String> notices) {}

    /**
     * Adds a sound file (WAV, MP3, FLAC, OGG) as a clip of a speaker: copied into the project, its words from the {@code .txt}
     * beside it. One step of the history.
     */
    public CompletableFuture<AddedReference> add(int speaker, Path file) {
        return BackgroundThreads.run(() -> read(file)).thenApplyAsync(r -> land(speaker, r), ownerThread);
    }

    /** Adds what was recorded, as a WAV file; {@code name} becomes part of the file's. */
    public CompletableFuture<AddedReference> add(int speaker, Pcm recorded, String name) {
        return BackgroundThreads.run(() -> {
            var path = ReferenceImporter.put(folder, name + ".wav", wav(recorded));
            return new Read(path, ReferenceCut.note(ReferenceMetadata.NONE, recorded), ClipReport.of(recorded), List.of());
        }).thenApplyAsync(r -> land(speaker, r), ownerThread);
    }

    private Read read(Path file) {
        var decoded = AudioFiles.decode(file);
        NoVoice.in(decoded.pcm()).ifPresent(why -> {
            throw why.ofFile(file.getFileName().toString(), decoded.pcm());
        });
        var words = ReferenceFiles.transcript(file);
        try {
            var path = ReferenceImporter.put(folder, file.getFileName().toString(), Files.readAllBytes(file));
            var note = ReferenceCut.note(new ReferenceMetadata("", "", words, 0, 0), decoded.pcm());
            return new Read(path, note, ClipReport.of(decoded.pcm()), decoded.notices());
        } catch (IOException e) {
            throw IoProblem.of("read", file, e);
        }
    }

    private AddedReference land(int speaker, Read read) {
        var known = project.document().conversation().speakers().stream().filter(s -> s.number() == speaker)
                .anyMatch(s -> s.references().contains(new Reference(read.path())));
        var note = known ? project.document().track(speaker).reference(read.path()) : read.note();
        if (!known) project.edit(ProjectEdits.addReference(speaker, new Reference(read.path()), note));
        return new AddedReference(speaker, read.path(), note, read.report(), read.notices());
    }

    public CompletableFuture<Void> remove(int speaker, String path) {
        return project.edit(ProjectEdits.removeReference(speaker, new Reference(path)));
    }

    /** How much of beginning and end is not heard; one drag is one step. */
    public CompletableFuture<Void> trim(int speaker, String path, int startMillis, int endMillis) {
        return project.edit(ProjectEdits.trim(speaker, path, startMillis, endMillis));
    }

    /** Lets only the best stretch of a long clip be heard, whatever was trimmed before; a short one stays as it is. */
    public CompletableFuture<Void> cut(int speaker, String path) {
        return BackgroundThreads.run(() -> BestStretch.of(AudioFiles.read(folder.reference(path)))).thenComposeAsync(
                best -> best.map(b -> trim(speaker, path, b.startMillis(), b.endMillis())).orElse(CompletableFuture.completedFuture(null)), ownerThread);
    }

    public CompletableFuture<Void> transcript(int speaker, String path, String words) {
        var n = note(speaker, path);
        return note(speaker, path, new ReferenceMetadata(n.mood(), n.consent(), words.strip(), n.trimStartMillis(), n.trimEndMillis()));
    }

    /** Who agreed to the use of this voice, in words; empty takes the record away. */
    public CompletableFuture<Void> consent(int speaker, String path, String words) {
        var n = note(speaker, path);
        return note(speaker, path, new ReferenceMetadata(n.mood(), words.strip(), n.transcript(), n.trimStartMillis(), n.trimEndMillis()));
    }

    public CompletableFuture<Void> mood(int speaker, String path, String mood) {
        var n = note(speaker, path);
        return note(speaker, path, new ReferenceMetadata(mood.strip(), n.consent(), n.transcript(), n.trimStartMillis(), n.trimEndMillis()));
    }

    private ReferenceMetadata note(int speaker, String path) {
        return project.document().track(speaker).reference(path);
    }

    private CompletableFuture<Void> note(int speaker, String path, ReferenceMetadata note) {
        return project.edit(ProjectEdits.note(speaker, path, note));
    }

    /** What the part of a clip between its trim handles is like. */
    public CompletableFuture<ClipReport> report(int speaker, String path) {
        var note = note(speaker, path);
        return BackgroundThreads.run(() -> ClipReport.of(heard(path, note))).thenApplyAsync(r -> r, ownerThread);
    }

    /**
     * Mends a clip: what is heard of it goes through the steps and becomes a file of its own, which takes the clip's place (with
     * its notes, untrimmed). The old file stays. One step of the history.
     */
    public CompletableFuture<AddedReference> repair(int speaker, String path, List<ClipFilter> steps) {
        var note = note(speaker, path);
        return BackgroundThreads.run(() -> {
            var sound = heard(path, note);
            for (var step : steps) sound = step.apply(sound);
            if (sound.frames() == 0) throw Problem.input("This would remove all of " + folder.reference(path) + ". Choose another fix.");
            var name = Path.of(path).getFileName().toString().replaceFirst("(-[0-9a-f]{12})?\\.[^.]*$", "");
            var words = ReferenceCut.transcript(folder.reference(path), note);
            return new Read(ReferenceImporter.put(folder, name + ".wav", wav(sound)),
                    new ReferenceMetadata(note.mood(), note.consent(), words, 0, 0), ClipReport.of(sound), List.of());
        }).thenApplyAsync(r -> replace(speaker, path, r), ownerThread);
    }

    private AddedReference replace(int speaker, String path, Read mended) {
        var relink = ProjectEdits.relink(speaker, path, mended.path()).change();
        var note = ProjectEdits.note(speaker, mended.path(), mended.note()).change();
        project.edit(Edit.of("Fix clip", d -> note.apply(relink.apply(d))));
        return new AddedReference(speaker, mended.path(), mended.note(), mended.report(), mended.notices());
    }

    private Pcm heard(String path, ReferenceMetadata note) {
        return ReferenceCut.heard(AudioFiles.read(folder.reference(path)), note, folder.reference(path));
    }

    /** All that the project names and is not there. */
    public CompletableFuture<List<MissingFile>> missing() {
        var document = project.document();
        return BackgroundThreads.run(() -> MissingFile.in(document, folder)).thenApplyAsync(m -> m, ownerThread);
    }

    /**
     * Looks in another folder and below it for what is missing: takes by their content, clips by their file name.
     *
     * @return how many files were found
     */
    public CompletableFuture<Integer> restore(Path from) {
        var document = project.document();
        return BackgroundThreads.run(() -> MissingFileFinder.look(MissingFile.in(document, folder), from, folder)).thenApplyAsync(found -> {
            found.edit().ifPresent(project::edit);
            return found.count();
        }, ownerThread);
    }

    /** Puts another file in a missing clip's place; its notes stay. */
    public CompletableFuture<AddedReference> relink(int speaker, String path, Path file) {
        var note = note(speaker, path);
        return BackgroundThreads.run(() -> read(file)).thenApplyAsync(r -> {
            var words = note.transcript().isBlank() ? r.note().transcript() : note.transcript();
            var kept = new ReferenceMetadata(note.mood(), note.consent(), words, note.trimStartMillis(), note.trimEndMillis());
            return replace(speaker, path, new Read(r.path(), kept, r.report(), r.notices()));
        }, ownerThread);
    }

    /** Copies clips that lie elsewhere into the project, so that it can be carried away. */
    public CompletableFuture<Void> collect() {
        var document = project.document();
        return BackgroundThreads.run(() -> ProjectCollector.references(document, folder)).thenComposeAsync(project::edit, ownerThread);
    }

    /** Makes a project of its own, complete in one new folder; this one stays as it is. */
    public CompletableFuture<Void> collectInto(Path root) {
        Document document = project.document();
        return BackgroundThreads.<Void>run(() -> {
            ProjectCollector.into(root, document, folder);
            return null;
        }).thenApplyAsync(v -> v, ownerThread);
    }

    private static byte[] wav(Pcm sound) {
        try {
            var file = TempFolder.file(".wav");
            try {
                WavFiles.write(file, sound, SampleFormat.FLOAT_32);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw Problem.disk("Could not write a temporary file (" + IoProblem.reason(e) + "). Check the free space.", e);
        }
    }
}
