package studio.parley.studio.document.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads one JSON object: typed, checked, and with unknown keys kept by place. Throws {@link Damage} only. */
public final class DocumentJsonReader {
    private final JsonObject json;
    private final String place;
    private final Map<String, String> extras;
    /** Results for objects that occur in several places. */
    private final Map<JsonElement, Object> repeated;
    private final Set<String> asked = new HashSet<>();

    /** An object whose unknown keys are dropped. */
    public DocumentJsonReader(JsonElement json, String place) {
        this(json, place, new HashMap<>(), new IdentityHashMap<>());
    }

    private DocumentJsonReader(JsonElement json, String place, Map<String, String> extras, Map<JsonElement, Object> repeated) {
        if (!(json instanceof JsonObject object)) throw new Damage((place.isEmpty() ? "it" : place) + " is not an object");
        this.json = object;
        this.place = place;
        this.extras = extras;
        this.repeated = repeated;
    }

    /**
     * The result of {@code read} for an object; the keys it did not use are kept in {@code extras}, and those of nested objects.
     *
     * @param place of the object in the document, for messages and for its unknown keys
     */
    static <T> T read(JsonElement json, String place, Map<String, String> extras, Function<DocumentJsonReader, T> read) {
        return read(json, place, extras, new IdentityHashMap<>(), read);
    }

    /** The same within others that share {@code repeated}; see {@link #repeated}. */
    static <T> T read(JsonElement json, String place, Map<String, String> extras, Map<JsonElement, Object> repeated, Function<DocumentJsonReader, T> read) {
        var fields = new DocumentJsonReader(json, place, extras, repeated);
        var value = read.apply(fields);
        fields.rest();
        return value;
    }

    /** An id as part of a place: its slashes are escaped as in a JSON pointer, so that places are unique. */
    static String escaped(String id) {
        return id.replace("~", "~0").replace("/", "~1");
    }

    String place() {
        return place;
    }

    /** Invalid content of a file; the reader of the file turns it into a problem with the file's name. */
    public static final class Damage extends RuntimeException {
        public Damage(String what) {
            super(what);
        }
    }

    public boolean has(String key) {
        return json.has(key);
    }

    public String text(String key) {
        return primitive(key).filter(JsonPrimitive::isString).map(JsonPrimitive::getAsString).orElseThrow(() -> damage(key, "must be a string"));
    }

    public String text(String key, String otherwise) {
        return optionalText(key).orElse(otherwise);
    }

    public Optional<String> optionalText(String key) {
        return primitive(key).isEmpty() ? Optional.empty() : Optional.of(text(key));
    }

    Optional<Long> whole(String key) {
        var found = primitive(key);
        if (found.isEmpty()) return Optional.empty();
        try {
            if (!found.get().isNumber()) throw damage(key, "must be a whole number");
            return Optional.of(Long.parseLong(found.get().getAsString()));
        } catch (NumberFormatException e) {
            throw damage(key, "must be a whole number");
        }
    }

    Optional<Integer> optionalInteger(String key) {
        return whole(key).map(value -> {
            if (value != value.intValue()) throw damage(key, "is too large");
            return value.intValue();
        });
    }

    public int integer(String key, int otherwise) {
        return optionalInteger(key).orElse(otherwise);
    }

    public int integer(String key) {
        if (!has(key)) throw damage(key, "is missing");
        return integer(key, 0);
    }

    Optional<Double> number(String key) {
        var found = primitive(key);
        if (found.isEmpty()) return Optional.empty();
        try {
            if (!found.get().isNumber()) throw damage(key, "must be a number");
            double value = Double.parseDouble(found.get().getAsString());
            if (!Double.isFinite(value)) throw damage(key, "is too large");
            return Optional.of(value);
        } catch (NumberFormatException e) {
            throw damage(key, "must be a number");
        }
    }

    public boolean flag(String key, boolean otherwise) {
        var found = primitive(key);
        if (found.isEmpty()) return otherwise;
        if (!found.get().isBoolean()) throw damage(key, "must be true or false");
        return found.get().getAsBoolean();
    }

    /** A list, empty if missing. */
    public <T> List<T> list(String key, Function<JsonElement, T> each) {
        asked.add(key);
        var out = new ArrayList<T>();
        var found = json.get(key);
        if (found == null) return out;
        if (!(found instanceof JsonArray array)) throw damage(key, "must be a list");
        for (var item : array) out.add(each.apply(item));
        return out;
    }

    /** A list of objects, empty if missing; the place of each is its {@code id}, or its index in the list. */
    <T> List<T> objects(String key, String id, Function<DocumentJsonReader, T> each) {
        int[] count = new int[1];
        return list(key, item -> one(item, within(key), count[0]++, id, each));
    }

    /** The same for objects that occur in other lists as the same element: each is read once, unless it has unknown keys. */
    <T> List<T> repeated(String key, String id, Class<T> type, Function<DocumentJsonReader, T> each) {
        int[] count = new int[1];
        return list(key, item -> {
            int number = count[0]++;
            var known = repeated.get(item);
            if (known != null) return type.cast(known);
            int before = extras.size();
            var value = one(item, within(key), number, id, each);
            if (extras.size() == before) repeated.put(item, value);
            return value;
        });
    }

    private <T> T one(JsonElement item, String list, int number, String id, Function<DocumentJsonReader, T> each) {
        var named = list + "/" + number;
        var own = new DocumentJsonReader(item, named).primitive(id);
        return read(item, own.map(p -> list + "/" + escaped(p.getAsString())).orElse(named), extras, repeated, each);
    }

    public List<String> texts(String key) {
        return list(key, item -> {
            if (item instanceof JsonPrimitive p && p.isString()) return p.getAsString();
            throw damage(key, "must be a list of strings");
        });
    }

    /** An object that is missing or converted by {@code read}. */
    public <T> Optional<T> object(String key, Function<DocumentJsonReader, T> read) {
        asked.add(key);
        var found = json.get(key);
        return found == null || found.isJsonNull() ? Optional.empty() : Optional.of(read(found, within(key), extras, repeated, read));
    }

    /** A required object. */
    public <T> T required(String key, Function<DocumentJsonReader, T> read) {
        return object(key, read).orElseThrow(() -> damage(key, "is missing"));
    }

    private String within(String key) {
        return place.isEmpty() ? key : place + "/" + key;
    }

    /** Any value. */
    public JsonElement tree(String key) {
        asked.add(key);
        var found = json.get(key);
        if (found == null) throw damage(key, "is missing");
        return found;
    }

    /** Every key with its value. */
    public void each(BiConsumer<String, JsonElement> visit) {
        json.entrySet().forEach(e -> visit.accept(e.getKey(), e.getValue()));
    }

    /** Keeps unused keys, by place. */
    private void rest() {
        var left = new JsonObject();
        json.entrySet().forEach(e -> {
            if (!asked.contains(e.getKey())) left.add(e.getKey(), e.getValue());
        });
        if (!left.isEmpty()) extras.put(place, left.toString());
    }

    private Optional<JsonPrimitive> primitive(String key) {
        asked.add(key);
        var found = json.get(key);
        if (found == null || found.isJsonNull()) return Optional.empty();
        if (found instanceof JsonPrimitive p) return Optional.of(p);
        throw damage(key, "must be a single value");
    }

    private Damage damage(String key, String what) {
        return new Damage("'" + key + "'" + (place.isEmpty() ? "" : " of " + place) + " " + what);
    }
}
