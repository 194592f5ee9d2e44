package studio.parley.convert.checkpoint.config;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.parley.io.StrictJson;
import studio.parley.problem.Problem;

/**
 * Reads the keys of an untrusted config: an absent or null key takes the default (transformers' own), a key of the wrong type or out of
 * range is a {@link Problem} that names file and key.
 *
 * @param prefix path of this object within the file, for messages: {@code codec_config.} or nothing
 */
public record ConfigReader(Path file, JsonObject object, String prefix) {
    /** Llama 3's tokenizer takes 17 MB; nothing else is close. */
    private static final long LARGEST = 128L << 20;
    /** Larger than any dimension of a speech model; keeps products within long. */
    private static final int MOST = 1 << 22;
    public static final int FEW = 1024;

    public static ConfigReader of(Path file) {
        try {
            if (Files.size(file) > LARGEST) throw Problem.model(file + " is too large for a JSON file of a model. Download it again.");
            return new ConfigReader(file, StrictJson.parse(Files.readString(file), StrictJson.LEVELS).getAsJsonObject(), "");
        } catch (CharacterCodingException | StrictJson.Malformed | IllegalStateException notJson) {
            throw new Problem(Problem.Kind.MODEL, file + " is not a JSON object. Download it again.", notJson);
        } catch (IOException e) {
            throw Problem.disk("Could not read " + file + ". Check that it exists and its permissions.", e);
        }
    }

    public boolean has(String key) {
        return value(key) != null;
    }

    /** A size: an integer from 1 up. */
    public int size(String key, int otherwise) {
        return size(key, Optional.of(otherwise));
    }

    /** A count of layers, codebooks or blocks: few enough to list every tensor of each. */
    public int few(String key, int otherwise) {
        int n = size(key, otherwise);
        if (n > FEW) throw wrong(key, "is " + n + ", more than in any speech model");
        return n;
    }

    private int size(String key, Optional<Integer> otherwise) {
        var value = value(key);
        if (value == null) return otherwise.orElseThrow(() -> wrong(key, "is missing"));
        var n = whole(key, value);
        if (n < 1 || n > MOST) throw wrong(key, "is " + n + ", which is not a valid size");
        return (int) n;
    }

    /** An id: an integer from 0 up, if present. Some configs have a list of ids; the first counts. */
    public Optional<Integer> id(String key) {
        var value = value(key);
        if (value != null && value.isJsonArray()) value = value.getAsJsonArray().isEmpty() ? null : value.getAsJsonArray().get(0);
        if (value == null || value.isJsonNull()) return Optional.empty();
        var n = whole(key, value);
        return n < 0 || n > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) n);
    }

    double positive(String key, double otherwise) {
        var value = value(key);
        if (value == null) return otherwise;
        var n = number(key, value);
        if (!(n > 0) || n > 1e12) throw wrong(key, "is " + n + ", not a positive number");
        return n;
    }

    /** A number from 0 up. */
    double notNegative(String key, double otherwise) {
        var value = value(key);
        return value != null && number(key, value) == 0 ? 0 : positive(key, otherwise);
    }

    public boolean flag(String key, boolean otherwise) {
        return typed(key, "true or false", p -> p.isBoolean() ? p.getAsBoolean() : null).orElse(otherwise);
    }

    public Optional<String> text(String key) {
        return typed(key, "text", p -> p.isString() ? p.getAsString() : null);
    }

    List<Integer> sizes(String key, List<Integer> otherwise) {
        var value = value(key);
        if (value == null) return otherwise;
        if (!value.isJsonArray() || value.getAsJsonArray().isEmpty() || value.getAsJsonArray().size() > 16) {
            throw wrong(key, "is not a list of sizes");
        }
        var found = new ArrayList<Integer>();
        for (var e : value.getAsJsonArray()) {
            var n = whole(key, e);
            if (n < 1 || n > MOST) throw wrong(key, "contains " + n + ", which is not a valid size");
            found.add((int) n);
        }
        return found;
    }

    public Optional<ConfigReader> child(String key) {
        var value = value(key);
        if (value == null) return Optional.empty();
        if (!value.isJsonObject()) throw wrong(key, "is not an object");
        return Optional.of(new ConfigReader(file, value.getAsJsonObject(), prefix + key + "."));
    }

    /** Rejects a setting whose networks Parley cannot build. */
    public void require(String key, String only, String otherwise) {
        var value = value(key);
        var is = value == null ? otherwise : value.isJsonPrimitive() ? value.getAsString() : value.toString();
        if (!is.equals(only)) {
            throw Problem.model(file + ": " + prefix + key + " is " + shown(is) + ", but Parley only supports networks where it is " + only
                    + ".");
        }
    }

    Problem wrong(String key, String what) {
        return Problem.model(file + ": " + prefix + key + " " + what + ". Use the config.json that belongs to these weights.");
    }

    private <T> Optional<T> typed(String key, String what, Function<JsonPrimitive, @Nullable T> as) {
        var value = value(key);
        if (value == null) return Optional.empty();
        var found = value.isJsonPrimitive() ? as.apply(value.getAsJsonPrimitive()) : null;
        if (found == null) throw wrong(key, "is not " + what);
        return Optional.of(found);
    }

    private long whole(String key, JsonElement value) {
        var n = number(key, value);
        if (n != Math.rint(n) || Math.abs(n) > 1e15) throw wrong(key, "is " + n + ", not a whole number");
        return (long) n;
    }

    private double number(String key, JsonElement value) {
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
            throw wrong(key, "is " + shown(value.toString()) + ", not a number");
        }
        return value.getAsDouble();
    }

    private @Nullable JsonElement value(String key) {
        var value = object.get(key);
        return value == null || value.isJsonNull() ? null : value;
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
