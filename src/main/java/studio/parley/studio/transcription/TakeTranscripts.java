package studio.parley.studio.transcription;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.StreamSupport;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;

/** What was heard in the clips of a store, next to each clip. It follows from the clip, so what is lost or damaged is heard again. Any thread. */
public record TakeTranscripts(ClipStore clipStore) {
    private static final String SIDECAR = "words";

    /** Empty if the clip has not been heard. */
    public Optional<TakeTranscript> find(ClipId clip) {
        return clipStore.sidecar(clip, SIDECAR).flatMap(TakeTranscripts::parse);
    }

    public void put(ClipId clip, TakeTranscript heard) {
        clipStore.putSidecar(clip, SIDECAR, json(heard).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject json(TakeTranscript heard) {
        var words = new JsonArray();
        for (var word : heard.words()) {
            var json = new JsonObject();
            json.addProperty("text", word.text());
            json.addProperty("from", rounded(word.from()));
            json.addProperty("to", rounded(word.to()));
            json.addProperty("probability", rounded(word.probability()));
            words.add(json);
        }
        var json = new JsonObject();
        json.addProperty("recogniser", heard.recogniser());
        json.add("words", words);
        return json;
    }

    /** Milliseconds are finer than any recogniser. */
    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static Optional<TakeTranscript> parse(byte[] bytes) {
        try {
            var json = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
            var words = StreamSupport.stream(json.getAsJsonArray("words").spliterator(), false).map(w -> word(w.getAsJsonObject())).toList();
            return Optional.of(new TakeTranscript(json.get("recogniser").getAsString(), words));
        } catch (JsonParseException | IllegalStateException | NullPointerException | UnsupportedOperationException | NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    private static TakeTranscript.Word word(JsonObject json) {
        return new TakeTranscript.Word(json.get("text").getAsString(), number(json, "from"), number(json, "to"), number(json, "probability"));
    }

    private static double number(JsonObject json, String name) {
        double value = json.get(name).getAsDouble();
        if (!Double.isFinite(value)) throw new NumberFormatException(name);
        return value;
    }
}
