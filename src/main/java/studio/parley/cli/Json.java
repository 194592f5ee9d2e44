package studio.parley.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON for programs: keys in the order given, never renamed, nothing escaped unnecessarily. */
final class Json {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues().create();

    private Json() {}

    static String of(Object value) {
        return GSON.toJson(value);
    }

    /** Keys and values alternately. */
    static Map<String, Object> object(Object... pairs) {
        var out = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) out.put((String) pairs[i], pairs[i + 1]);
        return out;
    }

    /** Three decimals are enough for seconds. */
    static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
