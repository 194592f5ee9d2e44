package studio.parley.studio.document.journal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.json.DocumentJson;
import studio.parley.studio.document.json.DocumentJsonReader;
import studio.parley.studio.document.json.JsonText;
import studio.parley.studio.document.json.LineJson;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;

/**
 * The difference between two documents as JSON: changed sections of the header, changed and new lines, and changes in the order of lines
 * ({@code at}, how many to {@code remove}, which to {@code insert}). Small for small edits, whatever function made them.
 */
public final class DocumentDiff {
    private static final String SAME_TAKES = "takesAsBefore";

    private DocumentDiff() {}

    public static JsonObject between(Document from, Document to) {
        var patch = new JsonObject();
        var old = DocumentJson.head(from);
        var set = new JsonObject();
        DocumentJson.head(to).entrySet().forEach(e -> {
            if (!e.getValue().equals(old.get(e.getKey()))) set.add(e.getKey(), e.getValue());
        });
        if (!set.isEmpty()) patch.add("set", set);
        var lines = changed(from, to);
        if (!lines.isEmpty()) patch.add("lines", lines);
        splice(patch, DocumentJson.order(from), DocumentJson.order(to));
        return patch;
    }

    private static JsonArray changed(Document from, Document to) {
        Map<String, Line> before = new HashMap<>();
        for (var line : from.lines()) before.put(line.id(), line);
        var out = new JsonArray();
        for (var line : to.lines()) {
            var was = before.get(line.id());
            var own = to.decoration(line.id());
            boolean same = was != null && (was == line || was.equals(line)) && own.equals(from.decoration(line.id()));
            if (same) continue;
            boolean takes = was != null && !line.takes().isEmpty() && sameTakes(was, from.decoration(line.id()), line, own);
            out.add(takes ? withoutTakes(line, own, to.extras()) : LineJson.write(line, own, to.extras()));
        }
        return out;
    }

    private static boolean sameTakes(Line was, LineSettings before, Line line, LineSettings own) {
        return was.takes().equals(line.takes()) && before.stars().equals(own.stars()) && before.heard().equals(own.heard())
                && before.cuts().equals(own.cuts());
    }

    /** Take inputs are the largest part of a line, and a key press does not change them. */
    private static JsonObject withoutTakes(Line l, LineSettings own, Map<String, String> extras) {
        var bare = l.withTakes(List.of(), l.chosen());
        var json = LineJson.write(bare, own, extras);
        json.addProperty(SAME_TAKES, true);
        return json;
    }

    /** A line of a patch with its previous takes, if the patch says that they are unchanged. */
    private static JsonElement withTakes(JsonElement tree, Map<String, LineJson.Decorated> before, Map<String, String> extras) {
        if (!(tree instanceof JsonObject json) || !json.has(SAME_TAKES)) return tree;
        var was = before.get(new DocumentJsonReader(json, "a changed line").text("id"));
        if (was == null) throw new DocumentJsonReader.Damage("a change refers to the takes of a line that does not exist");
        var whole = json.deepCopy();
        whole.remove(SAME_TAKES);
        var takes = LineJson.write(was.line(), was.decoration(), extras).get("takes");
        if (takes != null) whole.add("takes", takes);
        return whole;
    }

    private static void splice(JsonObject patch, List<String> from, List<String> to) {
        int head = 0;
        int most = Math.min(from.size(), to.size());
        while (head < most && from.get(head).equals(to.get(head))) head++;
        int tail = 0;
        while (tail < most - head && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) tail++;
        if (head + tail == from.size() && from.size() == to.size()) return;
        patch.addProperty("at", head);
        patch.addProperty("remove", from.size() - head - tail);
        patch.add("insert", JsonText.texts(to.subList(head, to.size() - tail)));
    }

    /** The document after a patch; one that does not match is {@link DocumentJsonReader.Damage}. */
    public static Document apply(Document from, DocumentJsonReader patch) {
        var head = DocumentJson.head(from);
        if (from.extras().containsKey("")) JsonText.with(from.extras(), "", head);
        var extras = new HashMap<>(from.extras());
        patch.object("set", s -> {
            s.each(head::add);
            return s;
        });
        var lines = new HashMap<String, LineJson.Decorated>();
        for (var line : from.lines()) lines.put(line.id(), new LineJson.Decorated(line, from.decoration(line.id())));
        patch.list("lines", e -> {
            var read = DocumentJson.sane(() -> LineJson.read(withTakes(e, lines, from.extras()), extras, new IdentityHashMap<>()));
            return lines.put(read.line().id(), read);
        });
        var ordered = new ArrayList<LineJson.Decorated>();
        for (var id : order(DocumentJson.order(from), patch)) {
            var line = lines.get(id);
            if (line == null) throw new DocumentJsonReader.Damage("a change refers to a line that does not exist");
            ordered.add(line);
        }
        return DocumentJson.read(head, ordered, extras);
    }

    private static List<String> order(List<String> from, DocumentJsonReader patch) {
        if (!patch.has("at")) return from;
        int at = patch.integer("at");
        int remove = patch.integer("remove");
        if (at < 0 || remove < 0 || at > from.size() || remove > from.size() - at) throw new DocumentJsonReader.Damage("a change removes lines that do not exist");
        var order = new ArrayList<>(from.subList(0, at));
        order.addAll(patch.texts("insert"));
        order.addAll(from.subList(at + remove, from.size()));
        if (new HashSet<>(order).size() < order.size()) throw new DocumentJsonReader.Damage("a change names a line twice");
        return order;
    }
}
