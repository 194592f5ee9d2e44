package studio.parley.studio.document.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.parley.io.AtomicFile;
import studio.parley.io.Disk;
import studio.parley.io.Sha256;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.History;
import studio.parley.studio.document.json.DocumentJson;
import studio.parley.studio.document.json.DocumentJsonReader;
import studio.parley.studio.document.json.JsonRepair;
import studio.parley.studio.document.json.JsonText;
import studio.parley.studio.document.json.NumberRepair;
import studio.parley.studio.document.model.Document;

/**
 * Finds the latest valid state of a project folder without overwriting anything: the journal if it belongs to the project file (it is more
 * recent), the project file if it was edited manually, the previous save if both are damaged. Decisions are reported in {@code notices};
 * unreadable files are kept under another name.
 */
final class ProjectRecovery {
    private final ProjectFolder folder;
    private final boolean writes;
    private final List<String> notices = new ArrayList<>();
    private @Nullable Replayed replayed;

    private record Replayed(byte[] journal, JournalReader replay) {}

    /** @param writes whether unreadable files may be kept under another name */
    ProjectRecovery(ProjectFolder folder, boolean writes) {
        this.folder = folder;
        this.writes = writes;
    }

    /** The state found, and how much of the journal is kept (0: write it again). */
    record Found(History history, int journalGood, List<String> notices) {}

    /** Rejects what a newer version wrote. Called before anything in the folder is changed. */
    void refuseNewer() {
        Disk.bytes(folder.json()).ifPresent(bytes -> {
            long version = JsonText.whole(text(bytes), DocumentJson.VERSION_KEY).orElse(1);
            if (version > DocumentJson.VERSION) throw newer(folder.json(), "format " + version);
        });
        Disk.bytes(folder.journal()).ifPresent(bytes -> {
            if (replay(bytes).isNewer()) throw newer(folder.journal(), "a newer format");
        });
    }

    /** The journal is read once, however often it is needed, unless it has changed meanwhile. */
    private JournalReader replay(byte[] journal) {
        if (replayed == null || !Arrays.equals(replayed.journal(), journal)) replayed = new Replayed(journal, JournalReader.of(journal));
        return replayed.replay();
    }

    private static Problem newer(Path file, String what) {
        return Problem.input(file + " was written by a newer version of Parley (" + what + "; this version reads up to format " + DocumentJson.VERSION
                + "). Update Parley to open it. Nothing was changed.");
    }

    Found find() {
        var json = Disk.bytes(folder.json());
        var bytes = Disk.bytes(folder.journal());
        var replay = bytes.map(this::replay);
        var recovered = replay.flatMap(JournalReader::history);
        if (recovered.isEmpty()) {
            var project = json.flatMap(b -> document(folder.json(), b));
            bytes.ifPresent(b -> setAside("journal.damaged", b, "The journal of " + folder.root() + " could not be read. The undo history starts again."));
            return new Found(new History(project.or(() -> last(json)).orElseThrow(this::nothing)), 0, notices);
        }
        var journal = replay.orElseThrow();
        // What was saved with the journal is in it.
        var outside = json.filter(b -> !journal.belongsTo(Sha256.hex(b)));
        var project = outside.flatMap(b -> document(folder.json(), b));
        if (project.isPresent() && journal.live() == 0) {
            if (notices.isEmpty()) notices.add(folder.json() + " was changed outside Parley. The undo history starts again.");
            else notices.add(notices.removeLast() + " The undo history starts again.");
            return new Found(new History(project.get()), 0, notices);
        }
        outside.ifPresent(b -> setAside(project.isPresent() ? "project.outside.json" : "project.damaged.json", b, project.isPresent()
                ? folder.json() + " was changed outside Parley while there were unsaved edits. The unsaved edits were kept."
                : notices.removeLast() + " The project was restored from its journal."));
        tail(bytes.orElseThrow(), journal.good());
        recovered.orElseThrow().rebase(DocumentJson::settled);
        return new Found(recovered.orElseThrow(), journal.good(), notices);
    }

    /** The end of a journal that was truncated by a crash was never acknowledged; anything more is kept for inspection. */
    private void tail(byte[] journal, int good) {
        int next = good;
        while (next < journal.length && journal[next] != '\n') next++;
        if (next >= journal.length - 1) return;
        var rest = Arrays.copyOfRange(journal, good, journal.length);
        setAside("journal.damaged", rest, "The last " + rest.length + " bytes of the journal of " + folder.root() + " could not be read.");
    }

    /** @param unread the content of project.json: the next save replaces it, so it is kept under another name */
    private Optional<Document> last(Optional<byte[]> unread) {
        var found = Disk.bytes(folder.lastJson()).flatMap(b -> document(folder.lastJson(), b));
        if (found.isEmpty()) return found;
        var notice = folder.json() + " could not be read. The project was restored from the previous save.";
        unread.ifPresentOrElse(bytes -> setAside("project.damaged.json", bytes, notice), () -> notices.add(notice));
        return found;
    }

    private Problem nothing() {
        return Problem.input(folder.json() + " and its journal could not be read" + (notices.isEmpty() ? "" : ": " + notices.getLast())
                + " Restore one of them from a backup.");
    }

    private Optional<Document> document(Path file, byte[] bytes) {
        try {
            var text = text(bytes);
            var tree = JsonText.parse(text);
            var mended = NumberRepair.in(tree);
            var document = DocumentJson.read(tree);
            var replaced = JsonRepair.of(text) == text ? Optional.<String>empty() : Optional.of("invalid numbers or incomplete characters, which were replaced");
            var held = Stream.of(mended, replaced).flatMap(Optional::stream).toList();
            if (!held.isEmpty()) setAside("project.damaged.json", bytes, file + " contained " + String.join(" and ", held) + ".");
            return Optional.of(document);
        } catch (DocumentJsonReader.Damage e) {
            notices.add(file + " is damaged: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private void setAside(String name, byte[] bytes, String notice) {
        if (!writes) {
            notices.add(notice);
            return;
        }
        var kept = folder.root().resolve(name);
        for (int i = 2; Files.exists(kept) && !Disk.bytes(kept).filter(b -> Arrays.equals(b, bytes)).isPresent(); i++) {
            kept = folder.root().resolve(name + "-" + i);
        }
        AtomicFile.write(kept, bytes);
        notices.add(notice + " The original is kept as " + kept.getFileName() + ".");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
