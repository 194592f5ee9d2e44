package studio.parley.studio.document;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a journal back: as far as its entries are whole and make sense, which is at least to the last acknowledged one. */
final class Replay {
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

    private Replay() {}

    static Replay of(byte[] journal) {
        var replay = new Replay();
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

    /** Whether a newer Parley wrote it. */
    boolean isNewer() {
        return newer;
    }

    /** The history with its present, if at least the base could be read. */
    Optional<History> history() {
        if (history.isEmpty() && base.isPresent()) history = Optional.of(start());
        return history;
    }

    /** Hash of the project file written together with this journal, and of the one before. */
    boolean belongsTo(String projectHash) {
        return projectHash.equals(saved) || projectHash.equals(previous);
    }

    /** How much happened since the last save. */
    int live() {
        return live;
    }

    /** How many bytes are good. */
    int good() {
        return good;
    }

    private boolean takes(Optional<String> text) {
        if (text.isEmpty()) return false;
        try {
            return DocumentJson.sane(() -> {
                take(new Fields(JsonText.parseEntry(text.get()), "an entry"));
                return true;
            });
        } catch (Fields.Damage e) {
            return false;
        }
    }

    private void take(Fields entry) {
        if (entry.has("base")) begin(entry.object("base").orElseThrow(() -> new Fields.Damage("an empty base")));
        else if (base.isEmpty()) throw new Fields.Damage("a journal without its base");
        else if (entry.has("past")) past.add(step(entry.object("past"), past.isEmpty() ? opened : past.getLast().document()));
        else if (entry.has("future")) future.add(step(entry.object("future"), future.isEmpty() ? opened : future.getLast().document()));
        else happen(entry, history().orElseThrow());
    }

    private void begin(Fields body) {
        newer = body.integer(DocumentJson.VERSION_KEY) > DocumentJson.VERSION;
        if (newer || base.isPresent()) throw new Fields.Damage("a base that cannot be");
        opened = DocumentJson.read(body.tree("document"));
        saved = body.text("saved");
        previous = body.text("previous");
        base = Optional.of(selection(body));
    }

    private History start() {
        return new History(opened, base.orElseThrow(), past, future);
    }

    private static History.Step step(Optional<Fields> body, Document near) {
        var fields = body.orElseThrow(() -> new Fields.Damage("an empty step"));
        return new History.Step(fields.text("label"), patched(fields, near), selection(fields));
    }

    private static Document patched(Fields body, Document from) {
        return Patch.apply(from, body.object("patch").orElseThrow(() -> new Fields.Damage("a step without a patch")));
    }

    private static Selection selection(Fields body) {
        return body.object("selection").map(JournalText::selection).orElse(Selection.NONE);
    }

    private void happen(Fields entry, History history) {
        if (entry.has("edit")) {
            var body = entry.object("edit").orElseThrow(() -> new Fields.Damage("an empty edit"));
            var next = patched(body, history.now());
            history.select(selection(body));
            history.advance(body.text("label"), next, body.flag("joined", false));
        } else if (entry.has("undo")) {
            history.undo();
        } else if (entry.has("redo")) {
            history.redo();
        } else if (entry.has("arrival")) {
            var arrival = Arrival.read(entry.object("arrival").orElseThrow(() -> new Fields.Damage("an empty arrival")));
            history.amend(arrival::into);
        } else if (entry.has("clips")) {
            var clips = ClipExchange.read(entry.object("clips").orElseThrow(() -> new Fields.Damage("an empty exchange of clips")));
            history.amend(clips::into);
        } else {
            throw new Fields.Damage("an entry of an unknown kind");
        }
        live++;
    }

    static JsonObject happening(String kind) {
        var json = new JsonObject();
        json.addProperty(kind, true);
        return json;
    }
}
