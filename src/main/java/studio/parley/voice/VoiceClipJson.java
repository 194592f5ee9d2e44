package studio.parley.voice;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import studio.parley.audio.store.ClipId;

/**
 * A {@link VoiceClip} as JSON: {@code version}, {@code name}, {@code transcript}, {@code moods}, {@code added},
 * {@code consent: {who, when, statement}}. Keys unknown to this version are kept when the file is written again.
 */
final class VoiceClipJson {
    private static final int VERSION = 1;
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private VoiceClipJson() {}

    /** {@code before}: the previous file, for its unknown keys. */
    static byte[] write(VoiceClip clip, Optional<byte[]> before) {
        var json = before.flatMap(VoiceClipJson::json).orElseGet(JsonObject::new);
        json.addProperty("version", VERSION);
        json.addProperty("name", clip.name());
        json.addProperty("transcript", clip.transcript());
        var moods = new JsonArray();
        clip.moods().forEach(moods::add);
        json.add("moods", moods);
        json.addProperty("added", clip.added().toString());
        json.remove("consent");
        clip.consent().ifPresent(c -> json.add("consent", consent(c)));
        return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject consent(Consent c) {
        var json = new JsonObject();
        json.addProperty("who", c.who());
        json.addProperty("when", c.when().toString());
        json.addProperty("statement", c.statement());
        return json;
    }

    /** Empty if it is not such a file, is damaged, or was written by a newer version of Parley. */
    static Optional<VoiceClip> read(ClipId id, byte[] bytes) {
        try {
            return json(bytes).filter(j -> j.get("version").getAsInt() <= VERSION).map(j -> clip(id, j));
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException | UnsupportedOperationException
                | NullPointerException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static VoiceClip clip(ClipId id, JsonObject j) {
        var moods = new TreeSet<String>();
        j.getAsJsonArray("moods").forEach(m -> moods.add(m.getAsString()));
        var c = j.has("consent") ? j.getAsJsonObject("consent") : null;
        var consent = c == null ? null : new Consent(text(c, "who"), Instant.parse(text(c, "when")), text(c, "statement"));
        var added = Instant.parse(text(j, "added"));
        return new VoiceClip(id, text(j, "name"), text(j, "transcript"), moods, Optional.ofNullable(consent), added);
    }

    private static String text(JsonObject j, String key) {
        return j.get(key).getAsString();
    }

    private static Optional<JsonObject> json(byte[] bytes) {
        try {
            var json = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8));
            return json.isJsonObject() ? Optional.of(json.getAsJsonObject()) : Optional.empty();
        } catch (JsonParseException | StackOverflowError damaged) {
            return Optional.empty();
        }
    }
}
