package studio.parley.studio.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import studio.parley.studio.document.journal.JournalText;

/** Project files as a careless program, a failing disk or a stranger may leave them, drawn from a seed. */
final class Mutations {
    private static final String[] TEXTS = {"", " ", "L1", "T1", "L1/take/T1", "speaker/0", "\ud83d", "\ude00\ud83d", "a\ud83d\n", "\u0000", "a\u0007b",
            "a\u0085b", "a\tb\r\nc", "\ufffe", "..", "/", "C:\\x", "a/../../..", "\ud83d.wav", "a".repeat(300), "😀".repeat(9000), "0".repeat(64), "Ann"};
    private static final String[] NUMBERS = {"0", "-0.0", "-1", "1", "2", "5e-324", "1e999", "-1e999", "1.7976931348623157e308", "2147483647", "-2147483648",
            "2147483648", "9223372036854775807", "-9223372036854775808", "1e15", "123456789012345678901234567890", "0.1", "1e400000000", "1800000000"};

    private Mutations() {}

    /** A file with some bytes changed, moved, cut off or put in. */
    static byte[] bytes(Random r, byte[] file) {
        var out = new ArrayList<Byte>();
        for (byte b : file) out.add(b);
        for (int i = 0; i <= r.nextInt(3) && !out.isEmpty(); i++) {
            int at = r.nextInt(out.size());
            switch (r.nextInt(4)) {
                case 0 -> out.set(at, (byte) r.nextInt(256));
                case 1 -> out.subList(at, Math.min(out.size(), at + 1 + r.nextInt(9))).clear();
                case 2 -> out.addAll(at, List.copyOf(out.subList(at, Math.min(out.size(), at + 1 + r.nextInt(40)))));
                default -> out.subList(at, out.size()).clear();
            }
        }
        var bytes = new byte[out.size()];
        for (int i = 0; i < bytes.length; i++) bytes[i] = out.get(i);
        return bytes;
    }

    /** JSON with some values and structures that are others, in ASCII. */
    static String json(Random r, String text) {
        var tree = JsonParser.parseString(text);
        for (int i = 0; i <= r.nextInt(3); i++) change(r, tree);
        return ascii(tree.toString());
    }

    /** A journal in which some entries say other things, each with its right sum. */
    static byte[] journal(Random r, byte[] journal) {
        var out = new java.io.ByteArrayOutputStream();
        var lines = new String(journal, StandardCharsets.UTF_8).split("\n");
        int wanted = r.nextInt(lines.length);
        for (int i = 0; i < lines.length; i++) {
            var text = lines[i].substring(9);
            out.writeBytes(JournalText.line(ascii(i == wanted ? json(r, text) : text).getBytes(StandardCharsets.UTF_8)));
        }
        return out.toByteArray();
    }

    private static void change(Random r, JsonElement tree) {
        var places = new ArrayList<JsonElement>();
        collect(tree, places);
        switch (places.get(r.nextInt(places.size()))) {
            case JsonObject o when !o.isEmpty() -> object(r, o);
            case JsonObject o -> o.add(text(r), value(r));
            case JsonArray a -> array(r, a);
            default -> throw new IllegalStateException();
        }
    }

    private static void object(Random r, JsonObject o) {
        var keys = List.copyOf(o.keySet());
        var key = keys.get(r.nextInt(keys.size()));
        switch (r.nextInt(6)) {
            case 0 -> o.remove(key);
            case 1 -> o.add(text(r), value(r));
            case 2 -> o.add(key, o.get(keys.get(r.nextInt(keys.size()))).deepCopy());
            default -> o.add(key, alike(r, o.get(key)));
        }
    }

    private static void array(Random r, JsonArray a) {
        if (a.isEmpty() || r.nextInt(4) == 0) a.add(value(r));
        else if (r.nextBoolean()) a.add(a.get(r.nextInt(a.size())).deepCopy());
        else if (r.nextBoolean()) a.remove(r.nextInt(a.size()));
        else a.set(r.nextInt(a.size()), value(r));
    }

    /** Mostly of the same kind, so that it is read further. */
    private static JsonElement alike(Random r, JsonElement was) {
        if (r.nextInt(5) > 0 && was instanceof JsonPrimitive p && p.isNumber()) return number(r);
        if (r.nextInt(5) > 0 && was instanceof JsonPrimitive p && p.isString()) return new JsonPrimitive(text(r));
        return value(r);
    }

    private static JsonElement value(Random r) {
        return switch (r.nextInt(7)) {
            case 0 -> new JsonPrimitive(text(r));
            case 1 -> number(r);
            case 2 -> new JsonPrimitive(r.nextBoolean());
            case 3 -> JsonNull.INSTANCE;
            case 4 -> new JsonObject();
            case 5 -> new JsonArray();
            default -> deep(r.nextInt(260));
        };
    }

    private static JsonElement deep(int levels) {
        JsonElement out = new JsonPrimitive("\ud83d");
        for (int i = 0; i < levels; i++) {
            var around = new JsonArray();
            around.add(out);
            out = around;
        }
        return out;
    }

    private static String text(Random r) {
        return TEXTS[r.nextInt(TEXTS.length)];
    }

    private static JsonElement number(Random r) {
        return new JsonPrimitive(new LazilyParsedNumber(NUMBERS[r.nextInt(NUMBERS.length)]));
    }

    private static void collect(JsonElement tree, List<JsonElement> places) {
        if (tree instanceof JsonObject o) {
            places.add(o);
            o.entrySet().forEach(e -> collect(e.getValue(), places));
        } else if (tree instanceof JsonArray a) {
            places.add(a);
            a.forEach(e -> collect(e, places));
        }
    }

    private static String ascii(String json) {
        var out = new StringBuilder();
        for (char c : json.toCharArray()) out.append(c < 128 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        return out.toString();
    }
}
