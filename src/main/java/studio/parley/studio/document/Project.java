package studio.parley.studio.document;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import studio.parley.audio.ClipShelf;
import studio.parley.io.AtomicFile;
import studio.parley.io.Disk;
import studio.parley.io.Sha256;
import studio.parley.problem.Problem;

/**
 * An open project: its document, its history, its folder. Every change is in memory at once and on the disk when the returned
 * future completes; after that not even {@code kill -9} loses it. All methods belong to the thread of the door that opened it;
 * futures complete on another, exceptionally with a {@link Problem} when the disk refuses.
 */
public final class Project implements AutoCloseable {
    private final ProjectFolder folder;
    private final ProjectLock lock;
    private final History history;
    private final LongSupplier clock;
    private final JournalWriter journal;
    private int sinceSave;

    private Project(ProjectFolder folder, ProjectLock lock, History history, int journalGood, LongSupplier clock) {
        this.folder = folder;
        this.lock = lock;
        this.history = history;
        this.clock = clock;
        this.journal = new JournalWriter(folder.journal(), journalGood);
    }

    /** A project that was opened, and what a person should know about how. */
    public record Opened(Project project, List<String> notices) {}

    /** Makes a new folder with a first save in it. */
    public static Project create(Path root, Document document) {
        var folder = new ProjectFolder(root.toAbsolutePath().normalize());
        if (ProjectFolder.isProject(folder.root())) throw Problem.input(folder.root() + " is a project already. Open it, or choose another name.");
        Disk.folder(folder.root());
        Disk.folder(folder.references());
        var project = new Project(folder, ProjectLock.take(folder), new History(document), 0, Project::millis);
        project.save().join();
        return project;
    }

    /** Opens a folder, recovering what a crash left. */
    public static Opened open(Path root) {
        return open(root, Project::millis);
    }

    static Opened open(Path root, LongSupplier clock) {
        var folder = new ProjectFolder(root.toAbsolutePath().normalize());
        if (!ProjectFolder.isProject(folder.root())) throw Problem.input(folder.root() + " is no Parley project: it has no project.json.");
        var opening = new Opening(folder);
        opening.refuseNewer();
        var lock = ProjectLock.take(folder);
        try {
            var found = opening.find();
            var project = new Project(folder, lock, found.history(), found.journalGood(), clock);
            if (found.journalGood() == 0) project.save().join();
            return new Opened(project, found.notices());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }

    public ProjectFolder folder() {
        return folder;
    }

    public ClipShelf shelf() {
        return folder.shelf();
    }

    /** The document now; an immutable value that workers may keep. */
    public Document document() {
        return history.now();
    }

    /** To look at: labels, steps, selection. Change it through this project only. */
    public History history() {
        return history;
    }

    public void select(Selection selection) {
        history.select(selection);
    }

    /** Whether there is something that {@code project.json} does not have yet; it is safe in the journal all the same. */
    public boolean isDirty() {
        return history.isDirty();
    }

    public CompletableFuture<Void> edit(Edit edit) {
        var before = history.now();
        var selection = history.selection();
        var outcome = history.apply(edit, clock.getAsLong());
        if (outcome == History.Outcome.NOTHING) return CompletableFuture.completedFuture(null);
        var after = history.now();
        boolean joined = outcome == History.Outcome.JOINED;
        return append(() -> JournalText.entry("edit", JournalText.step(edit.label(), selection, joined, before, after)));
    }

    public CompletableFuture<Void> undo() {
        return history.undo() ? append(() -> Replay.happening("undo")) : CompletableFuture.completedFuture(null);
    }

    public CompletableFuture<Void> redo() {
        return history.redo() ? append(() -> Replay.happening("redo")) : CompletableFuture.completedFuture(null);
    }

    /** Undoes or redoes so that {@code undone} steps of all are undone: a click in the history list. */
    public CompletableFuture<Void> travel(int undone) {
        var done = CompletableFuture.<Void>completedFuture(null);
        while (history.future().size() < undone && !history.past().isEmpty()) done = undo();
        while (history.future().size() > undone) done = redo();
        return done;
    }

    /** Takes in a rendered take; it gets a number of its own within its line. */
    public CompletableFuture<Void> arrive(Arrival arrival) {
        var numbered = Arrival.numbered(history.now(), arrival);
        history.amend(numbered::into);
        return append(() -> JournalText.entry("arrival", numbered.write()));
    }

    private CompletableFuture<Void> append(java.util.function.Supplier<JsonObject> entry) {
        sinceSave++;
        return journal.append(() -> JournalText.line(entry.get()));
    }

    /** Writes {@code project.json} and a journal that holds only the history. Two crashes in a row lose nothing either. */
    public CompletableFuture<Void> save() {
        var document = history.now();
        var selection = history.selection();
        var past = history.past();
        var future = history.future();
        sinceSave = 0;
        var json = new byte[1][];
        return journal.replace(() -> {
            json[0] = JsonText.pretty(DocumentJson.write(document)).getBytes(StandardCharsets.UTF_8);
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

    /** Saves when at least {@code edits} changes came since the last save; for a timer of the door. */
    public CompletableFuture<Void> autosave(int edits) {
        return sinceSave >= edits && isDirty() ? save() : CompletableFuture.completedFuture(null);
    }

    /** Waits until all is on the disk and frees the folder; does not save, for the journal has it. */
    @Override
    public void close() {
        try {
            journal.close();
        } finally {
            lock.close();
        }
    }
}
