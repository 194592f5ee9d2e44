package studio.parley.tokenizer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import studio.parley.io.StrictJson;
import studio.parley.problem.Problem;

/**
 * A {@code tokenizer.json}, as read and as passed to the library.
 *
 * <p>The library would turn a special token's name typed by a user ({@code <|AUDIO|>}) into the control token. So before it gets the file,
 * every special token is renamed to something nobody can type (a random 128-bit word, new at every start), in the list of added tokens and
 * in the vocabulary; all ids stay the same. What the user types is then ordinary text, with the ids Hugging Face gives it under
 * {@code encode_special_tokens}. Truncation, padding and the template are removed: begin and end tokens are added to a segment here.
 */
public final class TokenizerFile {
    private static final long MOST_BYTES = 256L << 20;

    private final Path file;
    private final String text;
    private final Map<String, Integer> special = new LinkedHashMap<>();
    private final Map<String, String> hidden = new LinkedHashMap<>();
    private @Nullable JsonElement template;

    private TokenizerFile(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    static TokenizerFile read(Path file) {
        try {
            if (!Files.isRegularFile(file)) throw Problem.model(file, "is missing");
            if (Files.size(file) > MOST_BYTES) throw broken(file, "it is too large");
            var read = new TokenizerFile(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            read.survey();
            return read;
        } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
            throw broken(file, "it is not valid JSON");
        } catch (IOException e) {
            throw e.getClass().getPackageName().startsWith("com.google") ? broken(file, "it is not valid JSON")
                    : Problem.disk(file + " could not be read. Check that it exists and its permissions.", e);
        }
    }

    /** Special tokens by name. */
    Map<String, Integer> special() {
        return special;
    }

    /** Id of the token that begins a segment: by its Llama-3 name, else the first special token of the template. */
    int begin() {
        return named("<|begin_of_text|>", true);
    }

    int end() {
        return named("<|end_of_text|>", false);
    }

    private int named(String name, boolean first) {
        if (special.containsKey(name)) return special.get(name);
        return edge(template, first).map(special::get)
                .orElseThrow(() -> broken(file, "it has no token " + name + " and no template that names one"));
    }

    /** The first or last special token that a post-processor puts around one segment, where it has a template that says so. */
    public static Optional<String> edge(@Nullable JsonElement processor, boolean first) {
        if (!(single(processor) instanceof JsonArray single) || single.isEmpty()) return Optional.empty();
        var edge = single.get(first ? 0 : single.size() - 1);
        if (!(edge instanceof JsonObject o) || !(o.get("SpecialToken") instanceof JsonObject s) || !s.has("id")) return Optional.empty();
        return s.get("id").isJsonPrimitive() ? Optional.of(s.get("id").getAsString()) : Optional.empty();
    }

    /** The template of one segment: in the template itself, or in one of a sequence of processors. */
    private static @Nullable JsonElement single(@Nullable JsonElement processor) {
        if (!(processor instanceof JsonObject p)) return null;
        if (!(p.get("processors") instanceof JsonArray several)) return p.get("single");
        return several.asList().stream().map(TokenizerFile::single).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private void survey() throws IOException {
        var json = StrictJson.reader(new StringReader(text), StrictJson.LEVELS);
        json.beginObject();
        boolean model = false;
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "added_tokens" -> surveyAdded(json);
                case "post_processor" -> template = JsonParser.parseReader(json);
                case "model" -> {
                    model = json.peek() == JsonToken.BEGIN_OBJECT;
                    json.skipValue();
                }
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (!model) throw broken(file, "it has no \"model\"");
    }

    private void surveyAdded(JsonReader json) throws IOException {
        if (json.peek() == JsonToken.NULL) {
            json.nextNull();
            return;
        }
        var nonce = new SplittableRandom();
        json.beginArray();
        while (json.hasNext()) {
            if (!(JsonParser.parseReader(json) instanceof JsonObject o)) throw broken(file, "an added token is not an object");
            if (!o.has("special") || !primitive(o, "special", JsonPrimitive::isBoolean).getAsBoolean()) continue;
            var name = primitive(o, "content", JsonPrimitive::isString).getAsString();
            special.put(name, id(primitive(o, "id", JsonPrimitive::isNumber)));
            var bytes = new byte[16];
            nonce.nextBytes(bytes);
            hidden.put(name, "\u0000" + HexFormat.of().formatHex(bytes) + "\u0000");
        }
        json.endArray();
    }

    private JsonPrimitive primitive(JsonObject token, String key, Predicate<JsonPrimitive> kind) {
        if (token.get(key) instanceof JsonPrimitive p && kind.test(p)) return p;
        throw broken(file, "an added token has a wrong \"" + key + "\" or none");
    }

    private int id(JsonPrimitive number) {
        var id = number.getAsDouble();
        if (id >= 0 && id <= Integer.MAX_VALUE && id == Math.rint(id)) return (int) id;
        throw broken(file, "an added token has an invalid \"id\"");
    }

    /** The file with special tokens hidden, as passed to the library. */
    String disarmed() {
        var out = new StringWriter(text.length());
        try (var json = StrictJson.reader(new StringReader(text), StrictJson.LEVELS); var writer = new JsonWriter(out)) {
            writer.setStrictness(Strictness.STRICT);
            json.beginObject();
            writer.beginObject();
            while (json.hasNext()) {
                var name = json.nextName();
                writer.name(name);
                switch (name) {
                    case "truncation", "padding", "post_processor" -> {
                        json.skipValue();
                        writer.nullValue();
                    }
                    case "added_tokens", "model" -> copy(json, writer, true);
                    default -> copy(json, writer, false);
                }
            }
            json.endObject();
            writer.endObject();
            writer.flush();
            return out.toString();
        } catch (IOException | IllegalStateException e) {
            throw broken(file, "it is not valid JSON");
        }
    }

    private void copy(JsonReader in, JsonWriter out, boolean hide) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                in.beginObject();
                out.beginObject();
                while (in.hasNext()) {
                    var name = in.nextName();
                    out.name(hide ? hidden.getOrDefault(name, name) : name);
                    copy(in, out, hide);
                }
                in.endObject();
                out.endObject();
            }
            case BEGIN_ARRAY -> {
                in.beginArray();
                out.beginArray();
                while (in.hasNext()) copy(in, out, hide);
                in.endArray();
                out.endArray();
            }
            case STRING -> {
                var s = in.nextString();
                out.value(hide ? hidden.getOrDefault(s, s) : s);
            }
            case NUMBER -> out.jsonValue(in.nextString());
            case BOOLEAN -> out.value(in.nextBoolean());
            default -> {
                in.nextNull();
                out.nullValue();
            }
        }
    }

    static Problem broken(Path file, String why) {
        return broken(file, why, null);
    }

    static Problem broken(Path file, String why, @Nullable Exception cause) {
        return Problem.model(file, "is not a usable tokenizer (" + why + ")", cause);
    }
}
