package studio.parley.studio.document.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every take stores its inputs, so one line of a conversation would be in a project file as often as it was used as context. In the JSON of
 * a whole document each such line, clip and context hash occurs once, in lists under {@code heard}, and takes refer to them by number, from
 * 0: {@code "3-17,20"}. Lists that are written out, as in format 1, can be read, too.
 */
final class TakeInputsTable {
    static final String KEY = "heard";
    private static final Pattern RUN = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
    /**
     * Longer than any model's context. A longer list, which only another program can have written, stays written out, so that a few numbers
     * never stand for a huge one.
     */
    private static final int LONGEST = 5_000;

    /** A kind of input that is referred to by number, and where its list is within a take. */
    private enum Kind {
        LINES("heard", "lines"), REFERENCES("heard", "references"), CONTEXT("recipe", "context");

        private final String object;
        private final String key;

        Kind(String object, String key) {
            this.object = object;
            this.key = key;
        }
    }

    private TakeInputsTable() {}

    /** Replaces the inputs of takes by numbers, in the tree itself; returns the content for {@link #KEY}. */
    static JsonObject fold(JsonObject document) {
        var table = new JsonObject();
        for (var kind : Kind.values()) {
            var numbers = new LinkedHashMap<JsonElement, Integer>();
            each(document, kind, (in, list) -> {
                if (list instanceof JsonArray array && !array.isEmpty() && array.size() <= LONGEST) in.addProperty(kind.key, runs(array, numbers));
            });
            var all = new JsonArray();
            numbers.keySet().forEach(all::add);
            if (!all.isEmpty()) table.add(kind.key, all);
        }
        return table;
    }

    /**
     * Replaces numbers by the inputs of takes, in the tree itself; what is referred to twice is the same element. Under {@link #KEY} only
     * unknown keys are left.
     */
    static void unfold(JsonObject document) {
        if (!(document.get(KEY) instanceof JsonObject table)) return;
        for (var kind : Kind.values()) {
            var all = table.remove(kind.key) instanceof JsonArray array ? array.asList() : List.<JsonElement>of();
            each(document, kind, (in, list) -> {
                if (list instanceof JsonPrimitive runs) in.add(kind.key, named(runs.getAsString(), all));
            });
        }
        if (table.isEmpty()) document.remove(KEY);
    }

    private interface Visit {
        void to(JsonObject in, @Nullable JsonElement list);
    }

    private static void each(JsonObject document, Kind kind, Visit visit) {
        NumberRepair.each(document, "lines", (line, i) -> NumberRepair.each(line, "takes", (take, t) -> {
            if (take.get(kind.object) instanceof JsonObject in) visit.to(in, in.get(kind.key));
        }));
    }

    private static String runs(JsonArray list, Map<JsonElement, Integer> numbers) {
        var out = new StringBuilder();
        int from = -1;
        int to = -1;
        for (var element : list) {
            int number = numbers.computeIfAbsent(element, e -> numbers.size());
            if (from >= 0 && number == to + 1) {
                to = number;
                continue;
            }
            run(out, from, to);
            from = to = number;
        }
        run(out, from, to);
        return out.toString();
    }

    private static void run(StringBuilder out, int from, int to) {
        if (from < 0) return;
        if (!out.isEmpty()) out.append(',');
        out.append(from);
        if (to > from) out.append('-').append(to);
    }

    private static JsonArray named(String runs, List<JsonElement> all) {
        var out = new JsonArray();
        for (var run : runs.split(",", -1)) {
            var ends = RUN.matcher(run);
            if (!ends.matches()) throw new DocumentJsonReader.Damage("'" + run + "' is not a list of take inputs");
            int from = Integer.parseInt(ends.group(1));
            int to = ends.group(2) == null ? from : Integer.parseInt(ends.group(2));
            if (to < from || to >= all.size() || to - from + out.size() > LONGEST) throw new DocumentJsonReader.Damage("'" + run + "' lists more than the take inputs");
            for (int i = from; i <= to; i++) out.add(all.get(i));
        }
        return out;
    }
}
