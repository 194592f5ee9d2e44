package studio.parley.convert.check;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * What model.json says under {@code check}.
 *
 * @param ort version of ONNX Runtime
 * @param frames frames spoken
 * @param streamingError largest difference of the codec in steps and at once, relative to the RMS of the sound
 * @param skipped why it was not done, when it was not
 */
public record CheckResult(boolean passed, String ort, double seconds, int frames, double streamingError, Optional<String> skipped) {
    static CheckResult skipped(String why) {
        return new CheckResult(false, "", 0, 0, 0, Optional.of(why));
    }

    /** Not asked for. */
    public static CheckResult notWanted() {
        return skipped("not asked for");
    }

    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("passed", passed);
        if (skipped.isPresent()) {
            json.addProperty("skipped", skipped.get());
            return json;
        }
        json.addProperty("ort", ort);
        json.addProperty("seconds", Math.round(seconds * 100) / 100.0);
        json.addProperty("frames", frames);
        json.addProperty("streaming_error", streamingError);
        return json;
    }
}
