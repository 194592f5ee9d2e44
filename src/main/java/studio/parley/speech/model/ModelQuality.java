package studio.parley.speech.model;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The measured quality of a model's speech, {@code quality} in model.json (docs/model-folder.md). It is not needed for generation, so
 * missing or invalid values are ignored and never a problem.
 *
 * @param figures numbers by their keys, such as {@code word_error_rate} in percent
 */
public record ModelQuality(Map<String, Double> figures) {
    /** No figures are known. */
    public static final ModelQuality UNKNOWN = new ModelQuality(Map.of());

    public ModelQuality {
        figures = Map.copyOf(figures);
    }

    static ModelQuality of(JsonObject json) {
        var figures = new TreeMap<String, Double>();
        for (var key : json.keySet()) number(json, key).ifPresent(n -> figures.put(key, n));
        return new ModelQuality(figures);
    }

    private static Optional<Double> number(JsonObject json, String key) {
        if (!(json.get(key) instanceof JsonPrimitive p) || !p.isNumber()) return Optional.empty();
        double value = p.getAsDouble();
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    /** A sentence for people; empty if the word error rate is not known. */
    public Optional<String> words() {
        var missed = figures.get("word_error_rate");
        if (missed == null) return Optional.empty();
        var teacher = figures.get("teacher_word_error_rate");
        var beside = teacher == null ? "" : String.format(Locale.ROOT, " (its teachers: %.1f %%)", teacher);
        var match = figures.get("speaker_match_new");
        var voices = match == null ? "" : String.format(Locale.ROOT, "; a new voice is recognised in %.0f %% of lines", match);
        return Optional.of(String.format(Locale.ROOT, "word error rate %.1f %%%s%s", missed, beside, voices));
    }
}
