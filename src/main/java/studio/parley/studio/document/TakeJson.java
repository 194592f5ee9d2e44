package studio.parley.studio.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import studio.parley.audio.ClipId;
import studio.parley.dialogue.Recipe;
import studio.parley.dialogue.Take;
import studio.parley.io.Sha256;
import studio.parley.studio.document.Hearing.HeardLine;
import studio.parley.studio.document.Hearing.HeardReference;

/** Takes, their recipes and what they heard, as JSON and back. */
final class TakeJson {
    private TakeJson() {}

    static JsonObject write(Take take) {
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
        json.add("recipe", recipe);
        return json;
    }

    static Take read(Fields json) {
        var recipe = json.object("recipe").orElseThrow(() -> new Fields.Damage(json.place() + " has no recipe"));
        long samples = json.whole("samples").orElse(0L);
        int rate = json.integer("rate");
        if (samples < 0 || samples > Integer.MAX_VALUE || rate < 1 || rate > 1_000_000) throw new Fields.Damage(json.place() + " has an impossible length");
        return new Take(json.text("id"), clip(json.text("clip")), new Recipe(recipe.text("model", ""), recipe.whole("seed").orElse(0L),
                recipe.number("temperature").orElse(0.0), recipe.integer("topK", 1), recipe.integer("maxMillis", 0), recipe.texts("context"),
                recipe.flag("together", false)), samples, rate, json.texts("checks"));
    }

    /** What can be the name of no clip becomes that of one that is nowhere. */
    private static String clip(String name) {
        return ClipId.isOne(name) ? name : Sha256.hex(name.getBytes(StandardCharsets.UTF_8));
    }

    static JsonObject write(Hearing heard) {
        var json = new JsonObject();
        json.addProperty("text", heard.text());
        json.addProperty("speaker", heard.speaker());
        json.addProperty("temperature", heard.temperature());
        json.addProperty("topK", heard.topK());
        json.addProperty("maxMillis", heard.maxMillis());
        json.addProperty("seed", heard.seed());
        json.addProperty("model", heard.model());
        var references = new JsonArray();
        heard.references().forEach(r -> references.add(object(Map.of("path", r.path(), "detail", r.detail()), r.speaker())));
        json.add("references", references);
        var lines = new JsonArray();
        heard.lines().forEach(l -> lines.add(object(Map.of("line", l.line(), "text", l.text(), "clip", l.clip()), l.speaker())));
        json.add("lines", lines);
        return json;
    }

    static JsonObject write(Cut cut) {
        var json = new JsonObject();
        json.addProperty("startMillis", cut.startMillis());
        json.addProperty("endMillis", cut.endMillis());
        json.addProperty("words", cut.words());
        return json;
    }

    static Cut cut(Fields json) {
        return new Cut(json.integer("startMillis", 0), json.integer("endMillis", 0), json.text("words", ""));
    }

    static Hearing hearing(Fields json) {
        return new Hearing(json.text("text"), json.integer("speaker"), json.number("temperature").orElse(0.0), json.integer("topK", 1),
                json.integer("maxMillis", 0), json.whole("seed").orElse(0L), json.text("model", ""),
                json.list("references", e -> heardReference(new Fields(e, "reference"))),
                json.list("lines", e -> heardLine(new Fields(e, "heard line"))));
    }

    private static HeardReference heardReference(Fields json) {
        return new HeardReference(json.integer("speaker"), json.text("path"), json.text("detail", ""));
    }

    private static HeardLine heardLine(Fields json) {
        return new HeardLine(json.text("line"), json.integer("speaker"), json.text("text"), json.text("clip"));
    }

    private static JsonElement object(Map<String, String> texts, int speaker) {
        var json = new JsonObject();
        for (var key : List.of("line", "path", "text", "detail", "clip")) if (texts.containsKey(key)) json.addProperty(key, texts.get(key));
        json.addProperty("speaker", speaker);
        return json;
    }
}
