package studio.parley.studio.document.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.io.Sha256;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.model.TakeInputs.HeardLine;
import studio.parley.studio.document.model.TakeInputs.HeardReference;
import studio.parley.studio.document.model.TakeSlice;

/** Converts takes, their recipes and their inputs to JSON and back. */
public final class TakeJson {
    private TakeJson() {}

    /** @param place of the take, for the unknown keys within */
    public static JsonObject write(Take take, String place, Map<String, String> extras) {
        var json = new JsonObject();
        json.addProperty("id", take.id());
        json.addProperty("clip", take.clip());
        json.addProperty("samples", take.samples());
        json.addProperty("rate", take.rate());
        if (!take.checks().isEmpty()) json.add("checks", JsonText.texts(take.checks()));
        var recipe = new JsonObject();
        recipe.addProperty("model", take.recipe().model());
        recipe.addProperty("seed", take.recipe().seed());
        recipe.addProperty("temperature", take.recipe().temperature());
        recipe.addProperty("topK", take.recipe().topK());
        recipe.addProperty("maxMillis", take.recipe().maxMillis());
        recipe.add("context", JsonText.texts(take.recipe().context()));
        if (take.recipe().together()) recipe.addProperty("together", true);
        json.add("recipe", JsonText.with(extras, place + "/recipe", recipe));
        return json;
    }

    public static Take read(DocumentJsonReader json) {
        long samples = json.whole("samples").orElse(0L);
        int rate = json.integer("rate");
        if (samples < 0 || samples > Integer.MAX_VALUE || rate < 1 || rate > 1_000_000) throw new DocumentJsonReader.Damage(json.place() + " has an impossible length");
        return new Take(json.text("id"), clip(json.text("clip")), json.required("recipe", TakeJson::recipe), samples, rate, json.texts("checks"));
    }

    private static TakeRecipe recipe(DocumentJsonReader json) {
        return new TakeRecipe(json.text("model", ""), json.whole("seed").orElse(0L), json.number("temperature").orElse(0.0), json.integer("topK", 1),
                json.integer("maxMillis", 0), json.texts("context"), json.flag("together", false));
    }

    /** An invalid clip name becomes that of a clip that does not exist. */
    private static String clip(String name) {
        return ClipId.isOne(name) ? name : Sha256.hex(name.getBytes(StandardCharsets.UTF_8));
    }

    public static JsonObject write(TakeInputs heard, String place, Map<String, String> extras) {
        var json = new JsonObject();
        json.addProperty("text", heard.text());
        json.addProperty("speaker", heard.speaker());
        json.addProperty("temperature", heard.temperature());
        json.addProperty("topK", heard.topK());
        json.addProperty("maxMillis", heard.maxMillis());
        json.addProperty("seed", heard.seed());
        json.addProperty("model", heard.model());
        var references = new JsonArray();
        heard.references().forEach(r -> references.add(JsonText.with(extras, place + "/references/" + DocumentJsonReader.escaped(r.path()),
                object(Map.of("path", r.path(), "detail", r.detail()), r.speaker()))));
        json.add("references", references);
        var lines = new JsonArray();
        heard.lines().forEach(l -> lines.add(JsonText.with(extras, place + "/lines/" + DocumentJsonReader.escaped(l.line()),
                object(Map.of("line", l.line(), "text", l.text(), "clip", l.clip()), l.speaker()))));
        json.add("lines", lines);
        heard.listening().ifPresent(l -> json.add("listening", JsonText.with(extras, place + "/listening", LineJson.listening(l))));
        return JsonText.with(extras, place, json);
    }

    public static JsonObject write(TakeSlice cut, String place, Map<String, String> extras) {
        var json = new JsonObject();
        json.addProperty("startMillis", cut.startMillis());
        json.addProperty("endMillis", cut.endMillis());
        json.addProperty("words", cut.words());
        return JsonText.with(extras, place, json);
    }

    static TakeSlice cut(DocumentJsonReader json) {
        return new TakeSlice(json.integer("startMillis", 0), json.integer("endMillis", 0), json.text("words", ""));
    }

    public static TakeInputs hearing(DocumentJsonReader json) {
        return new TakeInputs(json.text("text"), json.integer("speaker"), json.number("temperature").orElse(0.0), json.integer("topK", 1),
                json.integer("maxMillis", 0), json.whole("seed").orElse(0L), json.text("model", ""),
                json.repeated("references", "path", HeardReference.class, TakeJson::heardReference),
                json.repeated("lines", "line", HeardLine.class, TakeJson::heardLine),
                json.object("listening", LineJson::listening));
    }

    private static HeardReference heardReference(DocumentJsonReader json) {
        return new HeardReference(json.integer("speaker"), json.text("path"), json.text("detail", ""));
    }

    private static HeardLine heardLine(DocumentJsonReader json) {
        return new HeardLine(json.text("line"), json.integer("speaker"), json.text("text"), json.text("clip"));
    }

    private static JsonObject object(Map<String, String> texts, int speaker) {
        var json = new JsonObject();
        for (var key : List.of("line", "path", "text", "detail", "clip")) if (texts.containsKey(key)) json.addProperty(key, texts.get(key));
        json.addProperty("speaker", speaker);
        return json;
    }
}
