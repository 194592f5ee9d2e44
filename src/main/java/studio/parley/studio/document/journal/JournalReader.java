package studio.parley.studio.document.journal;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.studio.document.edit.History;
import studio.parley.studio.document.json.DocumentJson;
import studio.parley.studio.document.json.DocumentJsonReader;
import studio.parley.studio.document.json.JsonText;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Selection;

/** Reads a journal: as far as its entries are complete and valid, which is at least to the last acknowledged one. */
final class JournalReader {
    private final List<History.Step> past = new ArrayList<>();
    private final List<History.Step> future = new ArrayList<>();
    private Optional<Selection> base = Optional.empty();
    private Optional<History> history = Optional.empty();
    private Document opened = Document.empty("");
    private String saved = "";
    private String previous = "";
    private int live;
    private int good;
    private boolean newer;

    private JournalReader() {}

    static JournalReader of(byte[] journal) {
        var replay = new JournalReader();
        int from = 0;
        while (from < journal.length) {
            int to = from;
            while (to < journal.length && journal[to] != '\n') to++;
            if (to == journal.length || !replay.takes(JournalText.entry(journal, from, to))) break;
            from = to + 1;
            replay.good = from;
        }
        return replay;
    }

    /** Whether it was written by a newer version of Parley. */
    boolean isNewer() {
        return newer;
    }

    /** The history with its current state, if at least the base could be read. */
    Optional<History> history() {
        if (history.isEmpty() && base.isPresent()) history = Optional.of(start());
        return history;
    }

    /** Hash of the project file written together with this journal, and of the one before. */
    boolean belongsTo(String projectHash) {
        return projectHash.equals(saved) || projectHash.equals(previous);
    }

    /** Number of changes since the last save. */
    int live() {
        return live;
    }

    /** Number of valid bytes. */
    int good() {
        return good;
    }

    private boolean takes(Optional<String> text) {
        if (text.isEmpty()) return false;
        try {
            return DocumentJson.sane(() -> {
                take(new DocumentJsonReader(JsonText.parseEntry(text.get()), "an entry"));
                return true;
            });
        } catch (DocumentJsonReader.Damage e) {
            return false;
        }
    }

    private void take(DocumentJsonReader entry) {
        if (entry.has("base")) entry.required("base", this::begin);
        else if (base.isEmpty()) throw new DocumentJsonReader.Damage("a journal without its base");
        else if (entry.has("past")) past.add(entry.required("past", s -> step(s, past.isEmpty() ? opened : past.getLast().document())));
        else if (entry.has("future")) future.add(entry.required("future", s -> step(s, future.isEmpty() ? opened : future.getLast().document())));
        else happen(entry, history().orElseThrow());
    }

    private Selection begin(DocumentJsonReader body) {
        newer = body.integer(DocumentJson.VERSION_KEY) > DocumentJson.VERSION;
        if (newer || base.isPresent()) throw new DocumentJsonReader.Damage("an invalid base");
        opened = DocumentJson.read(body.tree("document"));
        saved = body.text("saved");
        previous = body.text("previous");
        var selection = selection(body);
        base = Optional.of(selection);
        return selection;
    }

    private History start() {
        return new History(opened, base.orElseThrow(), past, future);
    }

    private static History.Step step(DocumentJsonReader body, Document near) {
        return new History.Step(body.text("label"), patched(body, near), selection(body));
    }

    private static Document patched(DocumentJsonReader body, Document from) {
        return body.required("patch", patch -> DocumentDiff.apply(from, patch));
    }

    private static Selection selection(DocumentJsonReader body) {
        return body.object("selection", JournalText::selection).orElse(Selection.NONE);
    }

    private void happen(DocumentJsonReader entry, History history) {
        if (entry.has("edit")) {
            entry.required("edit", body -> edit(body, history));
        } else if (entry.has("undo")) {
            history.undo();
        } else if (entry.has("redo")) {
            history.redo();
        } else if (entry.has("arrival")) {
            var arrival = entry.required("arrival", TakeAdded::read);
            history.rebase(arrival::into);
        } else if (entry.has("clips")) {
            var clips = entry.required("clips", ClipExchange::read);
            history.rebase(clips::into);
        } else {
            throw new DocumentJsonReader.Damage("an entry of an unknown kind");
        }
        live++;
    }

    private static History edit(DocumentJsonReader body, History history) {
        var next = patched(body, history.now());
        history.select(selection(body));
        history.advance(body.text("label"), next, body.flag("joined", false));
        return history;
    }

    static JsonObject happening(String kind) {
        var json = new JsonObject();
        json.addProperty(kind, true);
        return json;
    }
}
