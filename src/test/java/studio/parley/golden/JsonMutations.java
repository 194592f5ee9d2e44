package studio.parley.golden;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** JSON with values of wrong kinds, huge numbers, nulls and missing keys in places drawn at random: well formed, and nonsense. */
public final class JsonMutations {
    private static final List<String> VALUES = List.of("null", "true", "0", "-1", "1e9", "1e308", "-1e-300", "0.5", "2147483648",
            "99999999999999999999", "\"\"", "\"x\"", "\"../../etc/passwd\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[null]", "[[[]]]",
            "{\"x\":null}", "[1,2,3]");

    private JsonMutations() {}

    /** {@code json} with {@code changes} changes. */
    public static String of(String json, Random random, int changes) {
        var root = JsonParser.parseString(json);
        for (int i = 0; i < changes; i++) root = mutated(root, random);
        return escaped(root.toString());
    }

    /** Half a surrogate pair can only be written as an escape. */
    private static String escaped(String json) {
        var out = new StringBuilder();
        for (char c : json.toCharArray()) {
            if (Character.isSurrogate(c)) out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        return out.toString();
    }

    private static JsonElement mutated(JsonElement root, Random random) {
        var places = new ArrayList<JsonElement>();
        collect(root, places);
        if (places.isEmpty()) return root;
        switch (places.get(random.nextInt(places.size()))) {
            case JsonObject o -> object(o, random);
            case JsonArray a -> array(a, random);
            default -> { }
        }
        return root;
    }

    private static void object(JsonObject o, Random random) {
        var key = List.copyOf(o.keySet()).get(random.nextInt(o.size()));
        switch (random.nextInt(5)) {
            case 0 -> o.remove(key);
            case 1 -> o.add(key, JsonNull.INSTANCE);
            default -> o.add(key, value(random));
        }
    }

    private static void array(JsonArray a, Random random) {
        int at = random.nextInt(a.size());
        switch (random.nextInt(4)) {
            case 0 -> a.remove(at);
            case 1 -> a.add(a.get(at));
            default -> a.set(at, value(random));
        }
    }

    private static JsonElement value(Random random) {
        if (random.nextInt(40) == 0) return new JsonPrimitive("long".repeat(100_000));
        return JsonParser.parseString(VALUES.get(random.nextInt(VALUES.size())));
    }

    /** Every object and list that holds something. */
    private static void collect(JsonElement e, List<JsonElement> into) {
        if (e instanceof JsonObject o && !o.isEmpty()) {
            into.add(o);
            o.asMap().values().forEach(v -> collect(v, into));
        }
        if (e instanceof JsonArray a && !a.isEmpty()) {
            into.add(a);
            a.forEach(v -> collect(v, into));
        }
    }
}
