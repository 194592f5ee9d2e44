package studio.parley.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import studio.parley.io.StrictJson;

/**
 * The fields of a JSON object that a client sent. A field that is null counts as absent; others than those that are asked for are ignored.
 *
 * @param prefix of the names in messages
 */
record JsonFields(JsonObject json, String prefix) {
    static JsonFields of(byte[] body) {
        try {
            if (body.length == 0) throw ApiError.request(400, "invalid_json", "The body is empty. Send a JSON object such as {\"input\": \"Hello.\"}.");
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            if (StrictJson.parse(text, 16) instanceof JsonObject object) return new JsonFields(object, "");
            throw ApiError.request(400, "invalid_json", "The body is JSON, but not an object. Send an object such as {\"input\": \"Hello.\"}.");
        } catch (CharacterCodingException e) {
            throw ApiError.request(400, "invalid_json", "The body is not UTF-8. Send JSON in UTF-8.");
        } catch (StrictJson.Malformed e) {
            throw ApiError.request(400, "invalid_json", "The body cannot be read: " + e.getMessage() + ". Send one JSON object.");
        }
    }

    Optional<String> text(String name) {
        return find(name).map(e -> {
            if (e instanceof JsonPrimitive p && p.isString()) return p.getAsString();
            throw wrong(name, "must be a text");
        });
    }

    Optional<Boolean> flag(String name) {
        return find(name).map(e -> {
            if (e instanceof JsonPrimitive p && p.isBoolean()) return p.getAsBoolean();
            throw wrong(name, "must be true or false");
        });
    }

    Optional<Double> number(String name, double least, double most) {
        return find(name).map(e -> {
            double value = e instanceof JsonPrimitive p && p.isNumber() ? p.getAsDouble() : Double.NaN;
            if (value >= least && value <= most) return value;
            throw wrong(name, "must be a number from " + plain(least) + " to " + plain(most));
        });
    }

    OptionalLong whole(String name, long least, long most) {
        var number = number(name, least, most);
        if (number.isEmpty()) return OptionalLong.empty();
        if (number.get() != Math.rint(number.get())) throw wrong(name, "must be a whole number");
        return OptionalLong.of(number.get().longValue());
    }

    /** Objects in an array; none if it is absent. */
    List<JsonFields> objects(String name, int most) {
        var found = find(name);
        if (found.isEmpty()) return List.of();
        if (!found.get().isJsonArray()) throw wrong(name, "must be an array of objects");
        if (found.get().getAsJsonArray().size() > most) throw wrong(name, "must have at most " + most + " entries");
        var out = new ArrayList<JsonFields>();
        for (var entry : found.get().getAsJsonArray()) {
            if (!(entry instanceof JsonObject object)) throw wrong(name, "must be an array of objects");
            out.add(new JsonFields(object, prefix + name + "[" + out.size() + "]."));
        }
        return out;
    }

    Optional<JsonFields> object(String name) {
        return find(name).map(e -> {
            if (e instanceof JsonObject object) return new JsonFields(object, prefix + name + ".");
            throw wrong(name, "must be an object");
        });
    }

    /** The names of all fields. */
    Set<String> names() {
        return json.keySet();
    }

    Optional<JsonElement> find(String name) {
        return Optional.ofNullable(json.get(name)).filter(e -> !e.isJsonNull());
    }

    ApiError wrong(String name, String how) {
        return ApiError.value(prefix + name, "'" + prefix + name + "' " + how + ".");
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
