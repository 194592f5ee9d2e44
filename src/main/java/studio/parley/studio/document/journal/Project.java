package studio.parley.studio.document.journal;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import studio.parley.audio.store.ClipStore;
import studio.parley.io.AtomicFile;
import studio.parley.io.Disk;
import studio.parley.io.ProcessLock;
import studio.parley.io.Sha256;
import studio.parley.io.StrictJson;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.History;
import studio.parley.studio.document.json.DocumentJson;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Selection;

/**
 * An open project: its document, its history, its folder. Every change is in memory at once and on disk when the returned future completes;
 * after that not even {@code kill -9} loses it. All methods belong to the thread that opened it; futures complete on another, exceptionally
 * with a {@link Problem} on an I/O error.
 */
public final class Project implements AutoCloseable {
    private final ProjectFolder folder;
    private final History history;
    private final LongSupplier clock;
    /** Writes the changes; empty if the folder is read-only, or this is a draft. */
    private final Optional<Keeping> keeping;
    private final boolean draft;
    private int sinceSave;

    private record Keeping(ProcessLock lock, JournalWriter journal) {}

    private Project(ProjectFolder folder, History history, LongSupplier clock, Optional<Keeping> keeping) {
        this(folder, history, clock, keeping, false);
    }

    private Project(ProjectFolder folder, History history, LongSupplier clock, Optional<Keeping> keeping, boolean draft) {
        this.folder = folder;
        this.history = history;
        this.clock = clock;
        this.keeping = keeping;
        this.draft = draft;
    }

    /** An opened project, and notices about how it was opened. */
    public record Opened(Project project, List<String> notices) {}

    /** Creates a new folder with a first save. */
    public static Project create(Path root, Document document) {
        var folder = new ProjectFolder(root.toAbsolutePath().normalize());
        if (ProjectFolder.isProject(folder.root())) throw Problem.input(folder.root() + " is already a project. Open it, or choose another name.");
        ProjectFolder.refuseInside(folder.root());
        Disk.folder(folder.root());
        Disk.folder(folder.references());
        var lock = ProjectLock.take(folder);
        var project = new Project(folder, new History(document), Project::millis, Optional.of(new Keeping(lock, new JournalWriter(folder.journal(), 0))));
        try {
            project.save().join();
            return project;
        } catch (CompletionException e) {
            project.close();
            throw e.getCause() instanceof Problem refused ? refused : e;
        }
    }

    /** Opens a folder and recovers from a crash. A folder without write permission is opened for viewing, listening and export. */
    public static Opened open(Path root) {
        return open(root, Project::millis);
    }

    static Opened open(Path root, LongSupplier clock) {
        var folder = existing(root);
        if (!folder.isWritable()) return openReadOnly(root);
        var opening = new ProjectRecovery(folder, true);
        opening.refuseNewer();
        var lock = ProjectLock.take(folder);
        try {
            AtomicFile.sweep(folder.root());
            var found = opening.find();
            var journal = new JournalWriter(folder.journal(), found.journalGood());
            var project = new Project(folder, found.history(), clock, Optional.of(new Keeping(lock, journal)));
            if (found.journalGood() == 0) project.save().join();
            return new Opened(project, found.notices());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Opens a folder without writing to it; the front end says that it is read-only. */
    public static Opened openReadOnly(Path root) {
        var folder = existing(root);
        var opening = new ProjectRecovery(folder, false);
        opening.refuseNewer();
        ProjectLock.refuseBusy(folder);
        var found = opening.find();
        return new Opened(new Project(folder.readOnly(), found.history(), Project::millis, Optional.empty()), found.notices());
    }

    /** A project in memory: it can be changed, but only its clips are kept. */
    public static Project draft(ProjectFolder folder, Document document) {
        return new Project(folder, new History(document), Project::millis, Optional.empty(), true);
    }

    /** A folder as a draft, whose new clips are written to another place. Others may read the folder, but nobody may have it open. */
    public static Opened openDraft(Path root, Path audio) {
        var folder = existing(root);
        var opening = new ProjectRecovery(folder, false);
        opening.refuseNewer();
        ProjectLock.refuseBusy(folder);
        var found = opening.find();
        return new Opened(new Project(folder.writingTo(audio), found.history(), Project::millis, Optional.empty(), true), found.notices());
    }

    private static ProjectFolder existing(Path root) {
        var folder = new ProjectFolder(root.toAbsolutePath().normalize());
        if (!Files.exists(folder.root())) throw Problem.input(folder.root() + " is missing. Restore the folder, or open the project where it is now.");
        if (!ProjectFolder.isProject(folder.root())) throw Problem.input(folder.root() + " is not a Parley project (project.json is missing). Choose a project folder.");
        return folder;
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }

    public ProjectFolder folder() {
        return folder;
    }

    public ClipStore clipStore() {
        return folder.clipStore();
    }

    /** The current document; an immutable value that workers may keep. */
    public Document document() {
        return history.now();
    }

    /** Read-only: labels, steps, selection. Change it through this project only. */
    public History history() {
        return history;
    }

    public void select(Selection selection) {
        history.select(selection);
    }

    /** Whether there are changes that {@code project.json} does not have yet; they are safe in the journal. */
    public boolean isDirty() {
        return isKept() && history.isDirty();
    }

    /** Whether the folder is read-only: every change is rejected with a {@link Problem}. */
    public boolean isReadOnly() {
        return keeping.isEmpty() && !draft;
    }

    /** Whether changes are written to the folder: it is neither read-only nor a draft. */
    public boolean isKept() {
        return keeping.isPresent();
    }

    /** Throws if the folder is read-only. */
    public void requireWritable() {
        if (isReadOnly()) throw Problem.input(folder.root() + " is read-only, so it cannot be changed. Save a copy elsewhere and edit that.");
    }

    private CompletableFuture<Void> changing(Supplier<CompletableFuture<Void>> change) {
        try {
            requireWritable();
        } catch (Problem readOnly) {
            return CompletableFuture.failedFuture(readOnly);
        }
        return change.get();
    }

    public CompletableFuture<Void> edit(Edit edit) {
        return changing(() -> applied(edit));
    }

    private CompletableFuture<Void> applied(Edit edit) {
        var before = history.now();
        var selection = history.selection();
        var outcome = history.apply(edit, clock.getAsLong());
        if (outcome == History.Outcome.NOTHING) return CompletableFuture.completedFuture(null);
        var after = history.now();
        boolean joined = outcome == History.Outcome.JOINED;
        var label = history.undoLabel().orElse(edit.label());
        return append(() -> JournalText.entry("edit", JournalText.step(label, selection, joined, before, after)));
    }

    public CompletableFuture<Void> undo() {
        return changing(() -> history.undo() ? append(() -> JournalReader.happening("undo")) : CompletableFuture.completedFuture(null));
    }

    public CompletableFuture<Void> redo() {
        return changing(() -> history.redo() ? append(() -> JournalReader.happening("redo")) : CompletableFuture.completedFuture(null));
    }

    /** Undoes or redoes so that {@code undone} of all steps are undone: a click in the history list. */
    public CompletableFuture<Void> goTo(int undone) {
        if (isReadOnly()) return undo();
        var done = CompletableFuture.<Void>completedFuture(null);
        while (history.future().size() < undone && !history.past().isEmpty()) done = undo();
        while (history.future().size() > undone) done = redo();
        return done;
    }

    /** Adds a rendered take; it gets its own number within its line. */
    public CompletableFuture<Void> arrive(TakeAdded arrival) {
        return changing(() -> {
            var numbered = TakeAdded.numbered(history, arrival);
            history.rebase(numbered::into);
            return append(() -> JournalText.entry("arrival", numbered.write()));
        });
    }

    /** Replaces the clips of takes by equivalent ones. Not a step of the user; in a read-only project, until it is closed. */
    public CompletableFuture<Void> exchange(ClipExchange clips) {
        if (clips.isEmpty()) return CompletableFuture.completedFuture(null);
        history.rebase(clips::into);
        return append(() -> JournalText.entry("clips", clips.write()));
    }

    private CompletableFuture<Void> append(Supplier<JsonObject> entry) {
        sinceSave++;
        return keeping.map(k -> k.journal().append(() -> JournalText.line(entry.get()))).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Writes {@code project.json} and a journal that contains only the history. Two crashes in a row lose nothing either. */
    public CompletableFuture<Void> save() {
        return changing(() -> keeping.map(k -> saved(k.journal())).orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    private CompletableFuture<Void> saved(JournalWriter journal) {
        var document = history.now();
        var selection = history.selection();
        var past = history.past();
        var future = history.future();
        sinceSave = 0;
        var json = new byte[1][];
        return journal.replace(() -> {
            json[0] = StrictJson.pretty(DocumentJson.write(document)).getBytes(StandardCharsets.UTF_8);
            var previous = Disk.bytes(folder.json()).map(Sha256::hex).orElse("");
            return journal(JournalText.base(document, selection, Sha256.hex(json[0]), previous),
                    JournalText.steps("past", document, past), JournalText.steps("future", document, future));
        }, () -> {
            if (Files.isRegularFile(folder.json())) AtomicFile.copy(folder.json(), folder.lastJson());
            AtomicFile.write(folder.json(), json[0]);
            history.markSaved(document);
        });
    }

    private static byte[] journal(JsonObject base, List<JsonObject> past, List<JsonObject> future) {
        var out = new ByteArrayOutputStream();
        try {
            out.write(JournalText.line(base));
            for (var step : past) out.write(JournalText.line(step));
            for (var step : future) out.write(JournalText.line(step));
        } catch (IOException e) {
            throw new IllegalStateException("memory does not refuse", e);
        }
        return out.toByteArray();
    }

    /** Waits until everything is on disk and releases the folder; does not save, because the journal contains everything. */
    @Override
    public void close() {
        if (isReadOnly()) folder.clipStore().removeFresh();
        keeping.ifPresent(k -> {
            try {
                k.journal().close();
            } finally {
                k.lock().close();
            }
        });
    }
}
