package studio.parley.convert.safetensors;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.parley.io.StrictJson;

/** Reads {@code {"name": {"dtype", "shape", "data_offsets"}, …}} token by token: no tree, so a malicious header costs no memory. */
final class HeaderJson {
    private static final int MOST_DIMENSIONS = 8;

    private final String file;
    private final JsonReader json;

    HeaderJson(String file, byte[] bytes) {
        this.file = file;
        var utf8 = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        json = StrictJson.reader(new InputStreamReader(new ByteArrayInputStream(bytes), utf8), 8);
    }

    Collection<Entry> entries() {
        try {
            var found = read();
            if (json.peek() != JsonToken.END_DOCUMENT) throw CorruptFile.of(file, "its header has trailing content");
            return found.values();
        } catch (IOException | IllegalStateException | NumberFormatException notJson) {
            throw CorruptFile.of(file, "its header is not valid JSON for a safetensors file");
        }
    }

    private Map<String, Entry> read() throws IOException {
        var found = new HashMap<String, Entry>();
        var metadata = false;
        json.beginObject();
        while (json.hasNext()) {
            var name = json.nextName();
            if (name.equals("__metadata__") && !metadata) {
                metadata = true;
                json.skipValue();
            } else if (found.put(name, entry(name)) != null) {
                throw CorruptFile.of(file, "tensor " + Header.quoted(name) + " is listed twice");
            }
        }
        json.endObject();
        return found;
    }

    private Entry entry(String name) throws IOException {
        Dtype dtype = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "dtype" -> dtype = dtype(name);
                case "shape" -> shape = numbers(name);
                case "data_offsets" -> offsets = numbers(name);
                default -> json.skipValue();
            }
        }
        json.endObject();
        return entry(name, dtype, shape, offsets);
    }

    private Entry entry(String name, @Nullable Dtype dtype, @Nullable List<Long> shape, @Nullable List<Long> offsets) {
        if (dtype == null || shape == null || offsets == null || offsets.size() != 2) {
            throw CorruptFile.of(file, "tensor " + Header.quoted(name) + " has no dtype, shape or data_offsets");
        }
        if (offsets.get(0) > offsets.get(1)) throw CorruptFile.of(file, "tensor " + Header.quoted(name) + " ends before it starts");
        return new Entry(name, dtype, shape.stream().mapToLong(Long::longValue).toArray(), offsets.get(0), offsets.get(1));
    }

    private Dtype dtype(String name) throws IOException {
        var text = json.nextString();
        for (var d : Dtype.values()) if (d.name().equals(text)) return d;
        throw CorruptFile.of(file, "tensor " + Header.quoted(name) + " has the unknown dtype " + Header.quoted(text));
    }

    private List<Long> numbers(String name) throws IOException {
        var found = new ArrayList<Long>();
        json.beginArray();
        while (json.hasNext()) {
            if (json.peek() != JsonToken.NUMBER) throw notANumber(name);
            var text = json.nextString();
            if (!text.matches("0|[1-9][0-9]{0,17}")) throw notANumber(name);
            found.add(Long.parseLong(text));
            if (found.size() > MOST_DIMENSIONS) throw CorruptFile.of(file, "tensor " + Header.quoted(name) + " has too many dimensions");
        }
        json.endArray();
        return found;
    }

    private RuntimeException notANumber(String name) {
        return CorruptFile.of(file, "tensor " + Header.quoted(name) + " has a shape or offset that is not a whole number from 0 up");
    }
}
