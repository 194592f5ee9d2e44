package studio.parley.speech;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import studio.parley.golden.Golden;
import studio.parley.speech.mimi.Codes;
import studio.parley.speech.model.Sampling;

/** The reference's language vectors as requests and expected codes. */
final class GoldenLines {
    private GoldenLines() {}

    static Codes codes(SpeechModel model, com.google.gson.JsonElement rows) {
        return Codes.of(model.info().codebooks(), Arrays.asList(Golden.table(rows)));
    }

    static List<ContextTurn> turns(SpeechModel model, JsonArray turns) {
        return StreamSupport.stream(turns.spliterator(), false).map(t -> t.getAsJsonObject())
                .map(t -> ContextTurn.spoken(t.get("speaker").getAsInt(), t.get("text").getAsString(), codes(model, t.get("codes")))).toList();
    }

    static GenerationRequest greedy(SpeechModel model, JsonObject oneCase, int frames) {
        return new GenerationRequest(turns(model, oneCase.getAsJsonArray("turns")), oneCase.get("speaker").getAsInt(), oneCase.get("text").getAsString(),
                Sampling.greedy(), frames);
    }

    static Generation finish(Generation utterance) {
        while (utterance.advance()) { }
        return utterance;
    }
}
