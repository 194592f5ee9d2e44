package studio.parley.studio.document.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.model.DocumentLimits;

/**
 * Replaces invalid numbers of a project file that was edited manually or by a program with the nearest valid ones, in the tree itself; a
 * value that is not a number is removed, which means the default. Reports the changes for people.
 */
public final class NumberRepair {
    /** The valid range of a number; {@code name} is its name for people. */
    private record Range(String name, double low, double high, boolean whole) {}

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,5})?");
    private static final JsonPrimitive TOGETHER = new JsonPrimitive("together");
    private static final double MOST = Integer.MAX_VALUE;
    private static final Range SEED = whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Range GAIN = new Range("gain", DocumentLimits.QUIETEST_DB, DocumentLimits.LOUDEST_DB, false);
    private static final Range RETRIES = whole("retries", 0, DocumentLimits.MOST_RETRIES);
    private static final Map<String, Range> DELIVERY = Map.of("temperature", new Range("temperature", 0, 10, false),
            "topK", whole("top-k", 1, MOST), "maxMillis", whole("maximum length", 1, MOST), "seed", SEED);
    private static final Map<String, Range> LINE = Map.of("pauseMillis", whole("pause", 0, Line.LONGEST_PAUSE), "gainDb", GAIN,
            "fadeInMillis", time("fade-in"), "fadeOutMillis", time("fade-out"), "trimStartMillis", time("start trim"),
            "trimEndMillis", time("end trim"), "speed", new Range("speed", TimeStretch.SLOWEST, TimeStretch.FASTEST, false),
            "wordRetries", RETRIES);
    private static final Map<String, Range> TAKE = Map.of("stars", whole("stars", 0, 5), "samples", whole("length", 0, MOST), "rate", whole("sample rate", 1, 1_000_000));
    private static final Map<String, Range> MADE = Map.of("temperature", new Range("temperature", 0, 10, false),
            "topK", whole("top-k", Integer.MIN_VALUE, MOST), "maxMillis", whole("maximum length", Integer.MIN_VALUE, MOST), "seed", SEED);
    private static final Map<String, Range> SPOKEN = Map.of("speaker", whole("speaker", Integer.MIN_VALUE, MOST));
    private static final Map<String, Range> CUT = Map.of("startMillis", time("cut"), "endMillis", time("cut"));
    private static final Map<String, Range> TRACK = Map.of("gainDb", GAIN, "pan", new Range("pan", -1, 1, false));
    private static final Map<String, Range> REFERENCE = Map.of("trimStartMillis", time("start trim"), "trimEndMillis", time("end trim"));
    private static final Map<String, Range> TIMED = Map.of("millis", time("timing"));
    private static final Map<String, Range> SETTINGS = Map.of("duckDb", new Range("ducking", DocumentLimits.QUIETEST_DB, 0, false),
            "seed", SEED, "wordRetries", RETRIES);
    private static final Map<String, Range> HEAD = Map.of(DocumentJson.VERSION_KEY, whole("format", 1, DocumentJson.VERSION));
    /** Required numbers, and their values if missing. */
    private static final Map<String, Integer> REQUIRED = Map.of("millis", 0, "rate", 24000, "speaker", 0);
    /** The maximum number of changes named in a notice. */
    private static final int NAMED = 3;

    private final List<String> mended = new ArrayList<>();

    private NumberRepair() {}

    private static Range whole(String name, double low, double high) {
        return new Range(name, low, high, true);
    }

    private static Range time(String name) {
        return whole(name, 0, DocumentLimits.LONGEST);
    }

    /** The changes in the tree of a project file, as the end of a sentence about it; empty if there were none. */
    public static Optional<String> in(JsonElement tree) {
        var repair = new NumberRepair();
        if (tree instanceof JsonObject root) {
            TakeInputsTable.unfold(root);
            repair.project(root);
        }
        var all = repair.mended;
        if (all.isEmpty()) return Optional.empty();
        var named = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
        return Optional.of((all.size() == 1 ? "an invalid number" : all.size() + " invalid numbers") + ": " + named
                + (all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : ""));
    }

    private void project(JsonObject root) {
        numbers(root, "the project", HEAD);
        SpeakerRepair.in(root, mended);
        object(root, "delivery", "the project", DELIVERY);
        object(root, "settings", "the project", SETTINGS);
        each(root, "speakers", (speaker, i) -> {
            var who = speaker.get("name") instanceof JsonPrimitive name ? name.getAsString() : "speaker " + i;
            numbers(speaker, who, TRACK);
            object(speaker, "delivery", who, DELIVERY);
            each(speaker, "references", (clip, n) -> numbers(clip, "a clip of " + who, REFERENCE));
        });
        each(root, "lines", (line, i) -> line(line, "line " + i));
        each(root, "markers", (marker, i) -> numbers(marker, "marker " + i, TIMED));
    }

    private void line(JsonObject line, String where) {
        numbers(line, where, LINE);
        if (!(line.get("relation") instanceof JsonObject relation) || !TOGETHER.equals(relation.get("kind"))) object(line, "relation", where, TIMED);
        object(line, "delivery", where, DELIVERY);
        each(line, "takes", (take, n) -> {
            var whose = "take " + n + " of " + where;
            numbers(take, whose, TAKE);
            object(take, "recipe", whose, MADE);
            object(take, "heard", whose, MADE);
            if (take.get("heard") instanceof JsonObject heard) heard(heard, "the context of " + whose);
            object(take, "cut", whose, CUT);
        });
    }

    private void heard(JsonObject heard, String where) {
        numbers(heard, where, SPOKEN);
        for (var list : List.of("references", "lines")) each(heard, list, (one, n) -> numbers(one, where, SPOKEN));
    }

    interface Visit {
        /** @param number in the list, from 1 */
        void to(JsonObject object, int number);
    }

    static void each(JsonObject of, String key, Visit visit) {
        if (!(of.get(key) instanceof JsonArray list)) return;
        for (int i = 0; i < list.size(); i++) if (list.get(i) instanceof JsonObject object) visit.to(object, i + 1);
    }

    private void object(JsonObject of, String key, String where, Map<String, Range> ranges) {
        if (of.get(key) instanceof JsonObject object) numbers(object, where, ranges);
    }

    private void numbers(JsonObject object, String where, Map<String, Range> ranges) {
        ranges.forEach((key, range) -> {
            var found = object.get(key);
            if (found == null || found.isJsonNull() ? !REQUIRED.containsKey(key) : nearest(found, range).filter(b -> b == found).isPresent()) return;
            var better = Optional.ofNullable(found).flatMap(f -> nearest(f, range)).or(() -> Optional.ofNullable(REQUIRED.get(key)).map(JsonPrimitive::new));
            better.ifPresentOrElse(b -> object.add(key, b), () -> object.remove(key));
            mended.add("the " + range.name() + " of " + where + " (" + said(found) + better.map(b -> ", now " + b.getAsString()).orElse(", now the default") + ")");
        });
    }

    /** The original value, for a notice. */
    static String said(@Nullable JsonElement found) {
        if (found == null || found.isJsonNull()) return "none";
        var words = found.toString();
        return words.length() > 20 ? words.substring(0, 20) + "…" : words;
    }

    /** The same element if it is valid; empty if it is not a number. */
    private static Optional<JsonElement> nearest(JsonElement found, Range range) {
        return number(found).map(value -> nearest((JsonPrimitive) found, value, range));
    }

    private static JsonElement nearest(JsonPrimitive found, double value, Range range) {
        if (found.isNumber() && (range.whole() ? isWhole(found.getAsString(), range) : value >= range.low() && value <= range.high())) return found;
        double near = Math.clamp(range.whole() ? Math.rint(value) : value, range.low(), range.high());
        return range.whole() ? new JsonPrimitive((long) near) : new JsonPrimitive(near);
    }

    /** A number, also one in quotes. */
    static Optional<Double> number(JsonElement found) {
        boolean isOne = found instanceof JsonPrimitive p && (p.isNumber() || p.isString() && NUMBER.matcher(p.getAsString()).matches());
        return isOne ? Optional.of(Double.parseDouble(found.getAsString())) : Optional.empty();
    }

    private static boolean isWhole(String digits, Range range) {
        try {
            long value = Long.parseLong(digits);
            return value >= (long) range.low() && value <= (long) range.high();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
