package studio.parley.studio;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.parley.io.Disk;

/**
 * What a user has set for all projects. Read tolerantly (unknown keys are kept, unusable values are as if unset), written whole
 * or not at all. Immutable.
 */
public final class Settings {
    private static final int VERSION = 1;
    private final JsonObject json;

    private Settings(JsonObject json) {
        this.json = json;
    }

    /** The settings in a file; defaults when there is none or it is no JSON. */
    public static Settings read(Path file) {
        return new Settings(Disk.text(file).map(Settings::parse).orElseGet(JsonObject::new));
    }

    private static JsonObject parse(String text) {
        try {
            var tree = JsonParser.parseString(text);
            return tree.isJsonObject() ? tree.getAsJsonObject() : new JsonObject();
        } catch (JsonParseException | StackOverflowError e) {
            return new JsonObject();
        }
    }

    public void write(Path file) {
        var out = json.deepCopy();
        out.addProperty("version", VERSION);
        Disk.write(file, new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(out) + "\n");
    }

    /** The model to use when none is named: a folder, or the name of an installed one. */
    public Optional<String> model() {
        return text("model");
    }

    public Settings withModel(String model) {
        var copy = json.deepCopy();
        copy.addProperty("model", model);
        return new Settings(copy);
    }

    /** auto, cpu or cuda. */
    public Optional<String> device() {
        return text("device");
    }

    /** A folder with another build of ONNX Runtime's libraries. */
    public Optional<String> natives() {
        return text("natives");
    }

    /** Any text setting by its name; see {@link #with}. */
    public Optional<String> get(String key) {
        return text(key);
    }

    /** A text setting by its name; an empty value forgets it. */
    public Settings with(String key, String value) {
        var copy = json.deepCopy();
        if (value.isEmpty()) copy.remove(key);
        else copy.addProperty(key, value);
        return new Settings(copy);
    }

    /** Any setting by its name, as JSON. */
    public Optional<JsonElement> json(String key) {
        return Optional.ofNullable(json.get(key)).map(JsonElement::deepCopy);
    }

    /** A setting as JSON by its name. */
    public Settings with(String key, JsonElement value) {
        var copy = json.deepCopy();
        copy.add(key, value.deepCopy());
        return new Settings(copy);
    }

    /** All text settings whose names begin with {@code prefix}, by the rest of the name. */
    public Map<String, String> texts(String prefix) {
        var out = new TreeMap<String, String>();
        for (var key : json.keySet()) if (key.startsWith(prefix)) text(key).ifPresent(v -> out.put(key.substring(prefix.length()), v));
        return out;
    }

    private Optional<String> text(String key) {
        return json.get(key) instanceof JsonPrimitive p && p.isString() && !p.getAsString().isBlank() ? Optional.of(p.getAsString())
                : Optional.empty();
    }
}
