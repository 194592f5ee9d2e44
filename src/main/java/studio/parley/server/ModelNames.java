package studio.parley.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * The model of this server by the names that clients use. OpenAI's own names mean it too, because many programs offer no others.
 *
 * @param created when the server was started, seconds since 1970
 */
record ModelNames(String model, boolean hears, long created) {
    private static final String EARS = "whisper-1";
    private static final Set<String> USUAL = Set.of("", "parley", "tts-1", "tts-1-hd", "gpt-4o-mini-tts");

    /** Refuses the name of another model. */
    void check(JsonFields fields) {
        var name = fields.text("model").orElse("");
        if (!USUAL.contains(name) && !name.equals(model)) {
            throw ApiError.value(404, "model", "model_not_found", "This server speaks with the model '" + model + "' only. Use that name, or tts-1.");
        }
    }

    List<String> all() {
        return hears ? List.of(model, "tts-1", EARS) : List.of(model, "tts-1");
    }

    JsonObject json() {
        var data = new JsonArray();
        for (var name : all()) {
            var entry = new JsonObject();
            entry.addProperty("id", name);
            entry.addProperty("object", "model");
            entry.addProperty("created", created);
            entry.addProperty("owned_by", "parley");
            data.add(entry);
        }
        var json = new JsonObject();
        json.addProperty("object", "list");
        json.add("data", data);
        return json;
    }
}
