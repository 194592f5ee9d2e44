package studio.parley.convert;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.parley.convert.check.CheckResult;
import studio.parley.convert.checkpoint.Checkpoint;
import studio.parley.convert.folder.Fingerprint;
import studio.parley.convert.folder.Licences;
import studio.parley.convert.graph.DebugOutputs;
import studio.parley.convert.graph.StateShape;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.convert.weights.RopeConfig;
import studio.parley.convert.weights.StackConfig;
import studio.parley.io.ProgramVersion;
import studio.parley.io.StrictJson;
import studio.parley.speech.model.ModelContract;

/**
 * The text of model.json, keys in the order of docs/model-folder.md.
 *
 * @param graphs device to network to file name
 * @param states shapes of the streaming decoder's states
 */
public record ModelJson(Conversion conversion, Checkpoint checkpoint, int context, Map<String, Map<String, String>> graphs,
        List<StateShape> states, List<Fingerprint> sources, List<Fingerprint> files) {
    /** The records below have the names of model.json, but for letter case. */
    private static final Gson GSON = new GsonBuilder().setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES).create();

    private record Tokens(int bos, int eos) {}

    private record Decoder(List<List<Integer>> states, int layers, int heads, int headDim, int window) {}

    private record Encoder(int latentWidth) {}

    private record Source(String layout, String mimi, String dtype, @Nullable String adapter, @Nullable String revision) {}

    /** {@code check} is null until the folder has been tested. */
    public String text(@Nullable CheckResult check) {
        var c = checkpoint.config();
        var json = new JsonObject();
        json.addProperty("format", ModelContract.FORMAT);
        json.addProperty("parley", ProgramVersion.text());
        json.addProperty("name", checkpoint.name());
        json.addProperty("identity", Fingerprint.identity(files));
        json.addProperty("precision", conversion.precision().label());
        json.addProperty("context", context);
        json.addProperty("text_vocabulary", c.textVocab());
        json.addProperty("codebooks", c.codebooks());
        json.addProperty("audio_vocabulary", c.audioVocab());
        json.addProperty("codebook_size", c.mimi().codebookSize());
        json.addProperty("sample_rate", c.mimi().sampleRate());
        json.addProperty("samples_per_frame", c.mimi().samplesPerFrame());
        json.add("tokens", GSON.toJsonTree(new Tokens(checkpoint.tokenizer().bos(), checkpoint.tokenizer().eos())));
        json.add("backbone", stack(c.backbone()));
        json.add("depth_decoder", stack(c.depth().stack()));
        json.add("mimi_decoder", GSON.toJsonTree(decoder(c.mimi())));
        json.add("mimi_encoder", GSON.toJsonTree(new Encoder(c.mimi().hiddenSize())));
        json.add("graphs", GSON.toJsonTree(graphs));
        json.addProperty("exposed", !conversion.exposure().equals(DebugOutputs.none()));
        json.add("sampling", GSON.toJsonTree(checkpoint.generation()));
        json.add("source", GSON.toJsonTree(new Source(checkpoint.layout(), checkpoint.mimiLayout(), checkpoint.dtype(),
                checkpoint.adapter().orElse(null), checkpoint.revision().orElse(null))));
        json.add("sources", GSON.toJsonTree(sources));
        json.add("licences", GSON.toJsonTree(Licences.of(checkpoint)));
        json.add("files", GSON.toJsonTree(files));
        if (check != null) json.add("check", check.json());
        return StrictJson.pretty(json);
    }

    private static JsonElement stack(StackConfig s) {
        var json = GSON.toJsonTree(s).getAsJsonObject();
        json.add("rope", rope(s.rope()));
        return json;
    }

    private static JsonObject rope(RopeConfig r) {
        var json = new JsonObject();
        json.addProperty("theta", r.theta());
        if (r.scaling() == null) return json;
        json.addProperty("factor", r.scaling().factor());
        json.addProperty("low_freq_factor", r.scaling().low());
        json.addProperty("high_freq_factor", r.scaling().high());
        json.addProperty("original_positions", Math.round(r.scaling().original()));
        return json;
    }

    private Decoder decoder(MimiConfig m) {
        return new Decoder(states.stream().map(s -> List.of(s.channels(), s.columns())).toList(), m.layers(), m.kvHeads(), m.headDim(), m.slidingWindow());
    }
}
