package studio.parley.convert.check;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * The content of {@code check} in model.json.
 *
 * @param ort version of ONNX Runtime
 * @param frames number of frames generated
 * @param streamingError largest difference of the codec in steps and at once, relative to the RMS of the audio
 * @param skipped why it was skipped, if it was
 */
public record CheckResult(boolean passed, String ort, double seconds, int frames, double streamingError, Optional<String> skipped) {
    static CheckResult skipped(String why) {
        return new CheckResult(false, "", 0, 0, 0, Optional.of(why));
    }

    /** Not requested. */
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
