package studio.parley.voice;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeSet;
import studio.parley.audio.store.ClipId;
import studio.parley.io.StrictJson;

/**
 * A {@link VoiceClip} as JSON: {@code version}, {@code name}, {@code transcript}, {@code moods}, {@code added},
 * {@code consent: {who, when, statement}}. Keys unknown to this version are kept when the file is written again.
 */
final class VoiceClipJson {
    private static final int VERSION = 1;

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
        return StrictJson.pretty(json).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject consent(Consent c) {
        var json = new JsonObject();
        json.addProperty("who", c.who());
        json.addProperty("when", c.when().atStartOfDay().toInstant(ZoneOffset.UTC).toString());
        json.addProperty("statement", c.statement());
        return json;
    }

    /** Empty if it is not such a file, is damaged, or was written by a newer version of Parley. */
    static Optional<VoiceClip> read(ClipId id, byte[] bytes) {
        try {
            return json(bytes).filter(j -> j.get("version").getAsInt() <= VERSION).map(j -> clip(id, j));
        } catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException
                | NullPointerException | DateTimeException damaged) {
            return Optional.empty();
        }
    }

    private static VoiceClip clip(ClipId id, JsonObject j) {
        var moods = new TreeSet<String>();
        j.getAsJsonArray("moods").forEach(m -> moods.add(m.getAsString()));
        var c = j.has("consent") ? j.getAsJsonObject("consent") : null;
        var consent = c == null ? null : new Consent(text(c, "who"), LocalDate.ofInstant(Instant.parse(text(c, "when")), ZoneOffset.UTC), text(c, "statement"));
        var added = Instant.parse(text(j, "added"));
        return new VoiceClip(id, text(j, "name"), text(j, "transcript"), moods, Optional.ofNullable(consent), added);
    }

    private static String text(JsonObject j, String key) {
        return j.get(key).getAsString();
    }

    private static Optional<JsonObject> json(byte[] bytes) {
        return StrictJson.object(new String(bytes, StandardCharsets.UTF_8));
    }
}
