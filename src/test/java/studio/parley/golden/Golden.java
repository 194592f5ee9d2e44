package studio.parley.golden;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One topic of reference values: {@code NAME.json} (integers, strings, and where each array lies) and {@code NAME.f32}
 * (raw little-endian float32). {@code {"offset": floats, "shape": [..]}} inside the JSON stands for an array.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private final JsonObject json;
    private final float[] floats;

    private Golden(JsonObject json, float[] floats) {
        this.json = json;
        this.floats = floats;
    }

    /** A checkpoint folder ({@code tiny-a}, {@code tiny-a-sesame}, {@code tiny-b}, {@code tiny-c}), or a file in one. */
    public static Path folder(String... name) {
        return FOLDER.resolve(Path.of("", name));
    }

    /** The topic's values; see the README of onnx-export/reference for the list. */
    public static Golden load(String topic) {
        try {
            var raw = FOLDER.resolve("vectors").resolve(topic + ".f32");
            var bytes = Files.exists(raw) ? Files.readAllBytes(raw) : new byte[0];
            var floats = new float[bytes.length / Float.BYTES];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
            return new Golden(JsonParser.parseString(Files.readString(FOLDER.resolve("vectors").resolve(topic + ".json"))).getAsJsonObject(), floats);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole topic. */
    public JsonObject json() {
        return json;
    }

    /** The objects of a list such as {@code "cases"}. */
    public List<JsonObject> list(String key) {
        return StreamSupport.stream(json.getAsJsonArray(key).spliterator(), false).map(JsonElement::getAsJsonObject).toList();
    }

    /** The array that {@code reference} stands for, row-major. */
    public float[] floats(JsonElement reference) {
        var from = reference.getAsJsonObject().get("offset").getAsInt();
        var count = Arrays.stream(shape(reference)).reduce(1, (a, b) -> a * b);
        return Arrays.copyOfRange(floats, from, from + count);
    }

    /** The array under {@code key} of the topic. */
    public float[] floats(String key) {
        return floats(json.get(key));
    }

    public static int[] shape(JsonElement reference) {
        return ints(reference.getAsJsonObject().get("shape"));
    }

    public static int[] ints(JsonElement array) {
        var list = array.getAsJsonArray();
        var out = new int[list.size()];
        for (int i = 0; i < out.length; i++) out[i] = list.get(i).getAsInt();
        return out;
    }

    /** Rows of integers, for example frames of codes. */
    public static int[][] table(JsonElement rows) {
        return stream(rows).map(Golden::ints).toArray(int[][]::new);
    }

    public static String[] strings(JsonElement array) {
        return stream(array).map(JsonElement::getAsString).toArray(String[]::new);
    }

    private static Stream<JsonElement> stream(JsonElement array) {
        JsonArray list = array.getAsJsonArray();
        return StreamSupport.stream(list.spliterator(), false);
    }
}
