package studio.parley.modelfolder;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import studio.parley.io.StrictJson;
import studio.parley.problem.Problem;

/** A JSON object of an untrusted file: every invalid or missing value is a {@link Problem} that names file and key. */
public record ModelJsonReader(Path file, String where, JsonObject object) {
    private static final long MOST_BYTES = 16L << 20;
    private static final int LONGEST_TEXT = 10_000;

    public static ModelJsonReader read(Path file) {
        try {
            if (!Files.isRegularFile(file)) throw Problem.model(file, "is missing");
            if (Files.size(file) > MOST_BYTES) throw Problem.model(file, "is too large to be a model description");
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return new ModelJsonReader(file, "", StrictJson.parse(text, StrictJson.LEVELS).getAsJsonObject());
        } catch (StrictJson.Malformed | IllegalStateException e) {
            throw Problem.model(file, "is damaged (it is not valid JSON)", e);
        } catch (IOException e) {
            throw Problem.disk(file + " could not be read. Check that it exists and its permissions.", e);
        }
    }

    public boolean has(String key) {
        return object.has(key) && !object.get(key).isJsonNull();
    }

    public ModelJsonReader object(String key) {
        return child(key, need(key));
    }

    public Optional<ModelJsonReader> optional(String key) {
        return has(key) ? Optional.of(object(key)) : Optional.empty();
    }

    public List<String> keys() {
        return List.copyOf(object.keySet());
    }

    public String text(String key) {
        var e = need(key);
        if (!e.isJsonPrimitive() || !e.getAsJsonPrimitive().isString()) throw wrong(key, "is not a string");
        if (e.getAsString().length() > LONGEST_TEXT) throw wrong(key, "is too long");
        return shown(e.getAsString());
    }

    /** Without characters that would move a terminal's cursor or colour its text. */
    private static String shown(String text) {
        return text.codePoints().map(c -> Character.isISOControl(c) ? '?' : c).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }

    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /** The name of a file in the same folder: nothing that could lead out of it. */
    public String fileName(String key) {
        var name = text(key);
        if (name.isEmpty() || name.startsWith(".") || name.chars().anyMatch(c -> c == '/' || c == '\\' || c == ':' || Character.isISOControl(c))) {
            throw wrong(key, "is not a plain file name");
        }
        try {
            return Path.of(name).toString();
        } catch (InvalidPathException e) {
            throw wrong(key, "is not a valid file name on this machine");
        }
    }

    /** An optional text: empty if it is missing or not valid. */
    public String words(String key) {
        return object.get(key) instanceof JsonPrimitive p && p.isString() ? shown(p.getAsString()) : "";
    }

    /** An optional object: empty if it is missing or not valid. */
    public Optional<JsonObject> tolerant(String key) {
        return object.get(key) instanceof JsonObject o ? Optional.of(o) : Optional.empty();
    }

    public int integer(String key, int least, int most) {
        var d = number(key);
        if (d != Math.rint(d) || d < least || d > most) throw wrong(key, "is not a whole number from " + least + " to " + most);
        return (int) d;
    }

    /** A whole number from 0 up, as large as a disk. */
    public long count(String key) {
        var d = number(key);
        if (d != Math.rint(d) || d < 0 || d > 1e15) throw wrong(key, "is not a whole number from 0 up");
        return (long) d;
    }

    public double number(String key) {
        var e = need(key);
        if (!e.isJsonPrimitive() || !e.getAsJsonPrimitive().isNumber()) throw wrong(key, "is not a number");
        try {
            var d = e.getAsDouble();
            if (!Double.isFinite(d)) throw wrong(key, "is not a finite number");
            return d;
        } catch (NumberFormatException x) {
            throw wrong(key, "is not a number");
        }
    }

    public boolean flag(String key, boolean otherwise) {
        if (!has(key)) return otherwise;
        var e = need(key);
        if (!e.isJsonPrimitive() || !e.getAsJsonPrimitive().isBoolean()) throw wrong(key, "is neither true nor false");
        return e.getAsBoolean();
    }

    public <T> List<T> list(String key, Function<ModelJsonReader, T> each) {
        return elements(key).stream().map(e -> each.apply(child(key, e))).toList();
    }

    /** A list of whole numbers. */
    public List<Integer> integers(String key, int least, int most) {
        return elements(key).stream().map(e -> {
            var wrapped = new JsonObject();
            wrapped.add(key, e);
            return new ModelJsonReader(file, where, wrapped).integer(key, least, most);
        }).toList();
    }

    /** A list of lists of whole numbers, each of length {@code width}. */
    public List<int[]> table(String key, int width, int least, int most) {
        var out = new ArrayList<int[]>();
        for (var row : elements(key)) {
            var wrapped = new JsonObject();
            if (!(row instanceof JsonArray a) || a.size() != width) throw wrong(key, "is not a list of lists of " + width);
            var values = new int[width];
            for (int i = 0; i < width; i++) {
                wrapped.add(key, a.get(i));
                values[i] = new ModelJsonReader(file, where, wrapped).integer(key, least, most);
            }
            out.add(values);
        }
        return out;
    }

    /** Every other file of the folder; empty in folders without this list. */
    public List<ListedFile> files() {
        if (!has("files")) return List.of();
        return list("files", f -> new ListedFile(f.fileName("file"), f.count("bytes"), f.text("sha256", "").toLowerCase(Locale.ROOT)));
    }

    public List<Licence> licences() {
        if (!has("licences")) return List.of();
        return list("licences", l -> new Licence(l.text("part", ""), l.text("licence", ""), l.text("attribution", "")));
    }

    public Problem wrong(String key, String what) {
        return Problem.model(file, "is damaged (\"" + shown(where + key) + "\" " + what + ")");
    }

    private List<JsonElement> elements(String key) {
        if (!(need(key) instanceof JsonArray array)) throw wrong(key, "is not a list");
        return array.asList();
    }

    private ModelJsonReader child(String key, JsonElement e) {
        if (!(e instanceof JsonObject o)) throw wrong(key, "is not an object");
        return new ModelJsonReader(file, where + key + ".", o);
    }

    private JsonElement need(String key) {
        var e = object.get(key);
        if (e == null || e.isJsonNull()) throw wrong(key, "is missing");
        return e;
    }
}
