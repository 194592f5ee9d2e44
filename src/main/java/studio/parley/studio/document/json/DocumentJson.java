package studio.parley.studio.document.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.document.model.Track;

/**
 * Converts a document to JSON and back. Unknown keys are kept with the object they belong to; the values of known keys must be valid, else
 * {@link DocumentJsonReader.Damage}.
 */
public final class DocumentJson {
    /** The version of the project format that this Parley writes, and the newest it reads. */
    public static final int VERSION = 2;
    public static final String VERSION_KEY = "parley";

    private DocumentJson() {}

    public static JsonObject write(Document document) {
        var json = head(document);
        var lines = new JsonArray();
        for (var line : document.lines()) lines.add(LineJson.write(line, document.decoration(line.id()), document.extras()));
        json.add("lines", lines);
        JsonText.put(json, TakeInputsTable.KEY, JsonText.with(document.extras(), TakeInputsTable.KEY, TakeInputsTable.fold(json)));
        return JsonText.with(document.extras(), "", json);
    }

    /** Everything but the lines and the unknown keys at the top level. */
    public static JsonObject head(Document document) {
        var json = new JsonObject();
        json.addProperty(VERSION_KEY, VERSION);
        json.addProperty("title", document.conversation().title());
        json.add("delivery", JsonText.with(document.extras(), "delivery", LineJson.delivery(document.conversation().delivery())));
        json.add("settings", ProjectHeaderJson.settings(document.settings(), document.extras()));
        json.add("speakers", array(document.conversation().speakers(), s -> ProjectHeaderJson.speaker(s, document.track(s.number()), document.extras())));
        json.add("pronunciations", array(document.pronunciations(), p -> ProjectHeaderJson.pronunciation(p, document.extras())));
        json.add("markers", array(document.markers(), m -> ProjectHeaderJson.marker(m, document.extras())));
        return json;
    }

    private static <T> JsonArray array(List<T> items, Function<T, JsonObject> each) {
        var out = new JsonArray();
        for (var item : items) out.add(each.apply(item));
        return out;
    }

    public static Document read(JsonElement tree) {
        var extras = new HashMap<String, String>();
        var lines = new ArrayList<LineJson.Decorated>();
        if (tree instanceof JsonObject o) {
            TakeInputsTable.unfold(o);
            var repeated = new IdentityHashMap<JsonElement, Object>();
            sane(() -> new DocumentJsonReader(o, "").list("lines", e -> lines.add(LineJson.read(e, extras, repeated))));
        }
        return OlderChoices.known(read(tree, lines, extras));
    }

    /** Invalid values are damage in the file they came from. */
    public static <T> T sane(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new DocumentJsonReader.Damage("it contains an invalid value (" + e.getMessage() + ")");
        }
    }

    /** A document from a header (its lines are ignored) and lines. */
    public static Document read(JsonElement head, List<LineJson.Decorated> lines, Map<String, String> extras) {
        return sane(() -> DocumentJsonReader.read(head, "", extras, json -> {
            json.integer(VERSION_KEY, VERSION);
            json.object(TakeInputsTable.KEY, later -> later);
            json.list("lines", e -> e);
            var tracks = new HashMap<Integer, Track>();
            var speakers = json.objects("speakers", "number", ProjectHeaderJson::speaker);
            speakers.forEach(v -> tracks.put(v.speaker().number(), v.track()));
            var delivery = json.object("delivery", LineJson::delivery).orElse(Delivery.INHERITED);
            var settings = json.object("settings", ProjectHeaderJson::settings).orElse(ProjectSettings.FRESH);
            var conversation = new Conversation(json.text("title", ""), speakers.stream().map(ProjectHeaderJson.Voiced::speaker).toList(),
                    lines.stream().map(LineJson.Decorated::line).toList(), delivery);
            var markers = json.objects("markers", "id", ProjectHeaderJson::marker);
            var words = json.objects("pronunciations", "written", ProjectHeaderJson::pronunciation);
            return new Document(conversation, decorations(lines), tracks, markers, words, settings, Map.of());
        }).withExtras(extras));
    }

    private static Map<String, LineSettings> decorations(List<LineJson.Decorated> lines) {
        var out = new HashMap<String, LineSettings>();
        for (var l : lines) if (!l.decoration().equals(LineSettings.NONE)) out.put(l.line().id(), l.decoration());
        return out;
    }

    /** Without the unknown keys of deleted objects, as it would be read again. */
    public static Document settled(Document document) {
        return document.extras().isEmpty() ? document : read(write(document));
    }

    /** Line ids in order. */
    public static List<String> order(Document document) {
        return document.lines().stream().map(Line::id).toList();
    }
}
