package studio.parley.studio.card;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.parley.speech.GenerationRequest;
import studio.parley.speech.GenerationSession;
import studio.parley.speech.model.Sampling;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;

/**
 * A few frames that a model has spoken on a device.
 *
 * @param trouble why it could not
 * @param millis for one frame, median
 * @param codes of all frames, as text
 */
public record SpeechSample(Optional<String> trouble, double millis, String codes) {
    private static final int FRAMES = 24;

    public static SpeechSample of(Path model, String device, AppDirectories directories) {
        try (var open = LoadedModel.open(model, device, 0, Optional.empty(), directories, share -> { })) {
            open.speech().warm();
            try (var session = open.speech().session(1)) {
                speak(session);
                return speak(session).because(open.speech().runtime().fallback());
            }
        }
    }

    private static SpeechSample speak(GenerationSession session) {
        var spoken = session.begin(new GenerationRequest(List.of(), 0, "The quick brown fox jumps over the lazy dog.", Sampling.greedy(), FRAMES));
        var times = new double[FRAMES];
        int count = 0;
        for (long at = System.nanoTime(); count < FRAMES && spoken.advance(); at = System.nanoTime()) times[count++] = (System.nanoTime() - at) / 1e6;
        Arrays.sort(times, 0, count);
        var codes = new StringBuilder();
        for (int f = 0; f < spoken.codes(0).frames(); f++) codes.append(Arrays.toString(spoken.codes(0).frame(f)));
        return new SpeechSample(Optional.empty(), times[count / 2], codes.toString());
    }

    private SpeechSample because(Optional<String> why) {
        return new SpeechSample(why, millis, codes);
    }

    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("trouble", trouble.orElse(""));
        json.addProperty("millis", millis);
        json.addProperty("codes", codes);
        return json;
    }

    static SpeechSample of(JsonObject json) {
        var trouble = json.get("trouble").getAsString();
        return trouble.isEmpty() && json.has("millis") && json.has("codes")
                ? new SpeechSample(Optional.empty(), json.get("millis").getAsDouble(), json.get("codes").getAsString())
                : new SpeechSample(Optional.of(trouble.isEmpty() ? "It gave no answer." : trouble), 0, "");
    }
}
