package studio.parley.studio.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.problem.Problem;
import studio.parley.studio.export.ExportPreset;
import studio.parley.studio.export.LoudnessTarget;

/** A user's own presets, stored in the settings by name. Invalid ones are ignored. */
public final class ExportPresets {
    private static final String KEY = "exportPresets";

    private ExportPresets() {}

    /** The built-in presets, then the user's. */
    public static List<ExportPreset> all(Settings settings) {
        return Stream.concat(ExportPreset.ALL.stream(), own(settings).stream()).toList();
    }

    /** The user's. */
    public static List<ExportPreset> own(Settings settings) {
        var out = new ArrayList<ExportPreset>();
        if (settings.json(KEY).orElse(null) instanceof JsonArray list) list.forEach(e -> read(e).ifPresent(out::add));
        return List.copyOf(out);
    }

    /** By name, in any letter case. */
    public static ExportPreset named(Settings settings, String name) {
        return own(settings).stream().filter(p -> p.name().equalsIgnoreCase(name.strip())).findFirst().orElseGet(() ->
                ExportPreset.of(name.strip()));
    }

    /** Settings with a preset added, or one of the same name replaced. The names of built-in presets are a {@link Problem}. */
    public static Settings with(Settings settings, ExportPreset preset) {
        var name = preset.name().strip();
        if (name.isEmpty()) throw Problem.input("A preset needs a name. Type one.");
        if (ExportPreset.ALL.stream().anyMatch(p -> p.name().equalsIgnoreCase(name))) throw Problem.input("'" + name
                + "' is one of Parley's own presets. Choose another name.");
        var list = new ArrayList<>(own(settings));
        list.removeIf(p -> p.name().equalsIgnoreCase(name));
        list.add(preset.named(name, preset.parts()));
        return settings.with(KEY, write(list));
    }

    /** Settings without a preset of this name. */
    public static Settings without(Settings settings, String name) {
        return settings.with(KEY, write(own(settings).stream().filter(p -> !p.name().equalsIgnoreCase(name.strip())).toList()));
    }

    private static JsonArray write(List<ExportPreset> presets) {
        var out = new JsonArray();
        for (var preset : presets) {
            var json = new JsonObject();
            json.addProperty("name", preset.name());
            var parts = new JsonArray();
            preset.parts().stream().sorted().forEach(p -> parts.add(p.name().toLowerCase(Locale.ROOT)));
            json.add("parts", parts);
            json.addProperty("format", preset.format().name().toLowerCase(Locale.ROOT));
            json.addProperty("rate", preset.rate());
            json.addProperty("channels", preset.channels());
            json.add("loudness", target(preset.target()));
            json.addProperty("limiter", preset.mayLimit());
            json.addProperty("template", preset.template());
            out.add(json);
        }
        return out;
    }

    private static JsonElement target(LoudnessTarget target) {
        if (LoudnessTarget.of(target.id()).filter(target::equals).isPresent()) return new com.google.gson.JsonPrimitive(target.id());
        var json = new JsonObject();
        json.addProperty("lufs", target.level());
        json.addProperty("peakDb", target.peakDb());
        return json;
    }

    private static Optional<ExportPreset> read(JsonElement tree) {
        try {
            var json = tree.getAsJsonObject();
            var parts = EnumSet.noneOf(ExportPreset.Part.class);
            json.getAsJsonArray("parts").forEach(p -> parts.add(ExportPreset.Part.valueOf(p.getAsString().toUpperCase(Locale.ROOT))));
            var format = AudioFormat.valueOf(json.get("format").getAsString().toUpperCase(Locale.ROOT));
            return Optional.of(new ExportPreset(json.get("name").getAsString(), parts, format, json.get("rate").getAsInt(),
                    json.get("channels").getAsInt(),
                    loudness(json.get("loudness")), json.get("limiter").getAsBoolean(), json.get("template").getAsString()));
        } catch (RuntimeException unusable) {
            return Optional.empty();
        }
    }

    private static LoudnessTarget loudness(JsonElement tree) {
        if (!tree.isJsonObject()) return LoudnessTarget.of(tree.getAsString()).orElseThrow();
        return LoudnessTarget.lufs(tree.getAsJsonObject().get("lufs").getAsDouble(), tree.getAsJsonObject().get("peakDb").getAsDouble());
    }
}
