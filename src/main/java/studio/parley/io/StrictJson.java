package studio.parley.io;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON as RFC 8259 has it: read from files that nobody vouches for, so of bounded depth; written with nothing escaped that need not be. */
public final class StrictJson {
    /** More levels than any file but a project has. */
    public static final int LEVELS = 64;
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");
    private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
    private static final Gson COMPACT = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    /** A text is not one JSON value; the message says what "it" is instead. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        private Malformed(String what) {
            super(what);
        }
    }

    private StrictJson() {}

    /** The one value in a text of at most so many levels. */
    public static JsonElement parse(String text, int levels) throws Malformed {
        try {
            var reader = reader(new StringReader(text), levels);
            var tree = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) throw new Malformed("it has trailing content");
            return tree;
        } catch (JsonParseException | IllegalStateException | NumberFormatException | IOException | StackOverflowError e) {
            // Only the position in Gson's message is of use to people.
            var place = PLACE.matcher(String.valueOf(e.getMessage()));
            throw new Malformed("it is not valid JSON" + (place.find() ? " (line " + place.group(1) + ", column " + place.group(2) + ")" : ""));
        }
    }

    /** The object that a text is; nothing if it is anything else. */
    public static Optional<JsonObject> object(String text) {
        try {
            return parse(text, LEVELS) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /** Reads what is too large for a tree piece by piece. */
    public static JsonReader reader(Reader text, int levels) {
        var reader = new JsonReader(text);
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(levels);
        return reader;
    }

    /** Indented, with a line break at the end. */
    public static String pretty(JsonElement tree) {
        return PRETTY.toJson(tree) + "\n";
    }

    public static String compact(JsonElement tree) {
        return COMPACT.toJson(tree);
    }
}
