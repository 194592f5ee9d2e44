package studio.parley.convert.checkpoint;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.parley.problem.Problem;

/** Reads a JSON object from an untrusted file: limited size and depth, a clear message if it is not one. */
final class JsonFile {
    /** Llama 3's tokenizer has 17 MB; nothing else is nearly as large. */
    private static final long LARGEST = 128L << 20;

    private JsonFile() {}

    static JsonObject read(Path file) {
        try {
            if (Files.size(file) > LARGEST) throw Problem.model(file + " is too large for a JSON file of a model. Download it again.");
            try (var reader = Files.newBufferedReader(file)) {
                return object(reader);
            }
        } catch (CharacterCodingException | JsonParseException | IllegalStateException | NumberFormatException notJson) {
            throw new Problem(Problem.Kind.MODEL, file + " is not a JSON object. Download it again.", notJson);
        } catch (IOException e) {
            throw Problem.disk("Could not read " + file + ". Check that it exists and its permissions.", e);
        }
    }

    private static JsonObject object(Reader reader) throws IOException {
        var json = new JsonReader(reader);
        json.setStrictness(Strictness.STRICT);
        json.setNestingLimit(64);
        JsonElement parsed;
        try {
            parsed = JsonParser.parseReader(json);
            if (json.peek() != JsonToken.END_DOCUMENT) throw new JsonParseException("trailing content");
        } catch (com.google.gson.stream.MalformedJsonException | java.io.EOFException e) {
            throw new JsonParseException(e);
        }
        return parsed.getAsJsonObject();
    }
}
