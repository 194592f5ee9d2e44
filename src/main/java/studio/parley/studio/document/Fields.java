package studio.parley.studio.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** One JSON object being read: typed, checked, and aware of the keys nobody asked for. Throws {@link Damage} only. */
final class Fields {
    private final JsonObject json;
    private final String place;
    private final Set<String> asked = new HashSet<>();

    /** @param place where in the document this object stands, for messages and for its unknown keys */
    Fields(JsonElement json, String place) {
        if (!(json instanceof JsonObject object)) throw new Damage((place.isEmpty() ? "it" : place) + " is no object");
        this.json = object;
        this.place = place;
    }

    String place() {
        return place;
    }

    /** Something a file says that cannot be; the reader of the file turns it into a problem with the file's name. */
    static final class Damage extends RuntimeException {
        Damage(String what) {
            super(what);
        }
    }

    boolean has(String key) {
        return json.has(key);
    }

    String text(String key) {
        return primitive(key).filter(JsonPrimitive::isString).map(JsonPrimitive::getAsString).orElseThrow(() -> damage(key, "must be a text"));
    }

    String text(String key, String otherwise) {
        return optionalText(key).orElse(otherwise);
    }

    Optional<String> optionalText(String key) {
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

    int integer(String key, int otherwise) {
        long value = whole(key).orElse((long) otherwise);
        if (value != (int) value) throw damage(key, "is too large");
        return (int) value;
    }

    int integer(String key) {
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

    boolean flag(String key, boolean otherwise) {
        var found = primitive(key);
        if (found.isEmpty()) return otherwise;
        if (!found.get().isBoolean()) throw damage(key, "must be true or false");
        return found.get().getAsBoolean();
    }

    /** A list, empty when absent; each item is given with the place {@code where} names for it. */
    <T> List<T> list(String key, Function<JsonElement, T> each) {
        asked.add(key);
        var out = new ArrayList<T>();
        var found = json.get(key);
        if (found == null) return out;
        if (!(found instanceof JsonArray array)) throw damage(key, "must be a list");
        for (var item : array) out.add(each.apply(item));
        return out;
    }

    List<String> texts(String key) {
        return list(key, item -> {
            if (item instanceof JsonPrimitive p && p.isString()) return p.getAsString();
            throw damage(key, "must be a list of texts");
        });
    }

    Optional<Fields> object(String key) {
        asked.add(key);
        var found = json.get(key);
        return found == null || found.isJsonNull() ? Optional.empty() : Optional.of(new Fields(found, place.isEmpty() ? key : place + "/" + key));
    }

    /** Whatever stands there. */
    JsonElement tree(String key) {
        asked.add(key);
        var found = json.get(key);
        if (found == null) throw damage(key, "is missing");
        return found;
    }

    /** Every key with its value. */
    void each(BiConsumer<String, JsonElement> visit) {
        json.entrySet().forEach(e -> visit.accept(e.getKey(), e.getValue()));
    }

    /** Keeps what nobody asked for, by place. */
    void rest(Map<String, String> extras) {
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
