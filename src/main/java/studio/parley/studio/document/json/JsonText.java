package studio.parley.studio.document.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import studio.parley.io.StrictJson;

/** JSON trees and text. */
public final class JsonText {
    private static final int LEVELS = 255;
    private static final int LEVELS_AROUND = 8;

    private JsonText() {}

    /** Strict JSON of at most {@value #LEVELS} levels, after {@link JsonRepair}; anything else is {@link DocumentJsonReader.Damage}. */
    public static JsonElement parse(String text) {
        return parse(text, LEVELS);
    }

    /** An entry of a journal, which contains parts of a project file some levels deeper. */
    public static JsonElement parseEntry(String text) {
        return parse(text, LEVELS + LEVELS_AROUND);
    }

    private static JsonElement parse(String text, int levels) {
        if (text.isBlank()) throw new DocumentJsonReader.Damage("it is empty");
        try {
            return StrictJson.parse(JsonRepair.of(text), levels);
        } catch (StrictJson.Malformed e) {
            throw new DocumentJsonReader.Damage(String.valueOf(e.getMessage()));
        }
    }

    /** An integer at the top level of an object, found without parsing the rest; empty if the text is damaged before it. */
    public static OptionalLong whole(String text, String key) {
        try (var reader = new JsonReader(new StringReader(text))) {
            reader.setNestingLimit(LEVELS);
            reader.beginObject();
            while (reader.hasNext()) {
                if (reader.nextName().equals(key)) return OptionalLong.of((long) reader.nextDouble());
                reader.skipValue();
            }
        } catch (IllegalStateException | NumberFormatException | IOException e) {
            // Unreadable text has no value.
        }
        return OptionalLong.empty();
    }

    public static JsonElement texts(Collection<String> list) {
        var out = new JsonArray();
        list.forEach(out::add);
        return out;
    }

    /** Adds the unknown keys of a file. */
    public static JsonObject with(Map<String, String> extras, String place, JsonObject json) {
        var kept = extras.get(place);
        if (kept != null) parseEntry(kept).getAsJsonObject().entrySet().forEach(e -> {
            if (!json.has(e.getKey())) json.add(e.getKey(), e.getValue());
        });
        return json;
    }

    public static void put(JsonObject json, String key, String value) {
        if (!value.isEmpty()) json.addProperty(key, value);
    }

    public static void put(JsonObject json, String key, double value, double usual) {
        if (value != usual) json.addProperty(key, value == Math.rint(value) && Math.abs(value) < 1e15 ? (Number) (long) value : (Number) value);
    }

    public static void put(JsonObject json, String key, JsonObject value) {
        if (!value.isEmpty()) json.add(key, value);
    }

    public static void put(JsonObject json, String key, boolean value) {
        if (value) json.addProperty(key, true);
    }
}
