package studio.parley.studio.document.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.model.TakeSlice;

/** Converts lines with their settings and takes to JSON and back. Default values are omitted. */
public final class LineJson {
    private LineJson() {}

    /** A line and its settings. */
    public record Decorated(Line line, LineSettings decoration) {}

    public static JsonObject write(Line line, LineSettings own, Map<String, String> extras) {
        var json = new JsonObject();
        var place = place(line.id());
        json.addProperty("id", line.id());
        json.addProperty("speaker", line.speaker());
        json.addProperty("text", line.text());
        JsonText.put(json, "direction", line.direction());
        JsonText.put(json, "pauseMillis", line.pauseMillis(), 0);
        json.add("relation", JsonText.with(extras, place + "/relation", relation(line.relation())));
        delivery(json, line.delivery(), place, extras);
        JsonText.put(json, "gainDb", own.gainDb(), 0);
        JsonText.put(json, "fadeInMillis", own.fadeInMillis(), 0);
        JsonText.put(json, "fadeOutMillis", own.fadeOutMillis(), 0);
        JsonText.put(json, "trimStartMillis", own.trimStartMillis(), 0);
        JsonText.put(json, "trimEndMillis", own.trimEndMillis(), 0);
        if (own.speed() != 1) json.addProperty("speed", own.speed());
        JsonText.put(json, "locked", own.locked());
        JsonText.put(json, "flagged", own.flagged());
        JsonText.put(json, "listening", JsonText.with(extras, place + "/listening", listening(own.listening())));
        own.wordRetries().ifPresent(most -> json.addProperty("wordRetries", most));
        line.chosen().ifPresent(c -> json.addProperty("chosen", c));
        var takes = new JsonArray();
        for (var take : line.takes()) takes.add(take(place + "/takes/" + DocumentJsonReader.escaped(take.id()), take, own, extras));
        if (!takes.isEmpty()) json.add("takes", takes);
        return JsonText.with(extras, place, json);
    }

    private static JsonObject take(String place, Take take, LineSettings own, Map<String, String> extras) {
        var json = TakeJson.write(take, place, extras);
        JsonText.put(json, "stars", own.stars().getOrDefault(take.id(), 0), 0);
        var heard = own.heard().get(take.id());
        if (heard != null) json.add("heard", TakeJson.write(heard, place + "/heard", extras));
        var cut = own.cuts().get(take.id());
        if (cut != null) json.add("cut", TakeJson.write(cut, place + "/cut", extras));
        return JsonText.with(extras, place, json);
    }

    /** @param repeated see {@link DocumentJsonReader#repeated} */
    public static Decorated read(JsonElement tree, Map<String, String> extras, Map<JsonElement, Object> repeated) {
        return DocumentJsonReader.read(tree, place(new DocumentJsonReader(tree, "a line").text("id")), extras, repeated, LineJson::read);
    }

    public static Decorated read(DocumentJsonReader json) {
        var takes = new ArrayList<Take>();
        var stars = new HashMap<String, Integer>();
        var heard = new HashMap<String, TakeInputs>();
        var cuts = new HashMap<String, TakeSlice>();
        json.objects("takes", "id", fields -> {
            var take = TakeJson.read(fields);
            takes.add(take);
            int count = fields.integer("stars", 0);
            if (count != 0) stars.put(take.id(), count);
            fields.object("heard", TakeJson::hearing).ifPresent(h -> heard.put(take.id(), h));
            fields.object("cut", TakeJson::cut).ifPresent(c -> cuts.put(take.id(), c));
            return take;
        });
        if (new HashSet<>(takes.stream().map(Take::id).toList()).size() < takes.size()) throw new DocumentJsonReader.Damage(json.place() + " has a take twice");
        var line = new Line(json.text("id"), json.integer("speaker"), json.text("text"), json.text("direction", ""), json.integer("pauseMillis", 0),
                json.object("relation", LineJson::relation).orElse(TimingRelation.NEXT), json.object("delivery", LineJson::delivery).orElse(Delivery.INHERITED),
                takes, json.optionalText("chosen"));
        var decoration = new LineSettings(json.number("gainDb").orElse(0.0), json.integer("fadeInMillis", 0), json.integer("fadeOutMillis", 0),
                json.integer("trimStartMillis", 0), json.integer("trimEndMillis", 0), json.number("speed").orElse(1.0),
                json.flag("locked", false), json.flag("flagged", false), json.object("listening", LineJson::listening).orElse(ContextSelection.INHERITED),
                stars, heard, cuts, json.optionalInteger("wordRetries").map(OptionalInt::of).orElse(OptionalInt.empty()));
        return new Decorated(line, decoration);
    }

    private static String place(String line) {
        return "lines/" + DocumentJsonReader.escaped(line);
    }

    /** Adds the values that are not inherited to the JSON of the object at {@code place}. */
    static void delivery(JsonObject to, Delivery own, String place, Map<String, String> extras) {
        JsonText.put(to, "delivery", JsonText.with(extras, place + "/delivery", delivery(own)));
    }

    static JsonObject delivery(Delivery own) {
        var json = new JsonObject();
        if (own.temperature() != null) json.addProperty("temperature", own.temperature());
        if (own.topK() != null) json.addProperty("topK", own.topK());
        if (own.maxMillis() != null) json.addProperty("maxMillis", own.maxMillis());
        if (own.seed() != null) json.addProperty("seed", own.seed());
        return json;
    }

    static Delivery delivery(DocumentJsonReader json) {
        return new Delivery(json.number("temperature").orElse(null), json.optionalInteger("topK").orElse(null),
                json.optionalInteger("maxMillis").orElse(null), json.whole("seed").orElse(null));
    }

    private static JsonObject relation(TimingRelation relation) {
        var json = new JsonObject();
        switch (relation) {
            case TimingRelation.After(int millis) -> kind(json, "after", millis);
            case TimingRelation.Overlap(int millis) -> kind(json, "overlap", millis);
            case TimingRelation.PinnedAt(int millis) -> kind(json, "pinned", millis);
            case TimingRelation.Together() -> json.addProperty("kind", "together");
        }
        return json;
    }

    private static void kind(JsonObject json, String kind, int millis) {
        json.addProperty("kind", kind);
        json.addProperty("millis", millis);
    }

    private static TimingRelation relation(DocumentJsonReader json) {
        return switch (json.text("kind")) {
            case "after" -> new TimingRelation.After(json.integer("millis"));
            case "overlap" -> new TimingRelation.Overlap(json.integer("millis"));
            case "pinned" -> new TimingRelation.PinnedAt(json.integer("millis"));
            case "together" -> new TimingRelation.Together();
            default -> throw new DocumentJsonReader.Damage(json.place() + " is of an unknown kind");
        };
    }

    static JsonObject listening(ContextSelection own) {
        var json = new JsonObject();
        own.preset().ifPresent(p -> json.addProperty("preset", p.name().toLowerCase(Locale.ROOT)));
        if (!own.pinned().isEmpty()) json.add("pinned", JsonText.texts(own.pinned().stream().sorted().toList()));
        if (!own.excluded().isEmpty()) json.add("excluded", JsonText.texts(own.excluded().stream().sorted().toList()));
        JsonText.put(json, "mood", own.mood());
        return json;
    }

    static ContextSelection listening(DocumentJsonReader json) {
        return new ContextSelection(json.optionalText("preset").map(LineJson::preset), new HashSet<>(json.texts("pinned")), new HashSet<>(json.texts("excluded")),
                json.text("mood", ""));
    }

    static ContextSelection.Preset preset(String name) {
        try {
            return ContextSelection.Preset.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new DocumentJsonReader.Damage("'" + name + "' is not a context setting");
        }
    }

}
