package studio.parley.convert;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.parley.convert.check.CheckResult;
import studio.parley.convert.checkpoint.Checkpoint;
import studio.parley.convert.folder.Fingerprint;
import studio.parley.convert.folder.Licences;
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
    /** {@code check} is null until the folder has been tested. */
    public String text(@Nullable CheckResult check) {
        var json = new JsonObject();
        json.addProperty("format", ModelContract.FORMAT);
        json.addProperty("parley", ProgramVersion.text());
        json.addProperty("name", checkpoint.name());
        json.addProperty("identity", Fingerprint.identity(files));
        json.addProperty("precision", conversion.precision().label());
        json.addProperty("context", context);
        sizes(json);
        json.add("graphs", graphFiles());
        json.addProperty("exposed", !conversion.exposure().equals(studio.parley.convert.graph.DebugOutputs.none()));
        json.add("sampling", sampling());
        json.add("source", source());
        json.add("sources", listed(sources));
        json.add("licences", licences());
        json.add("files", listed(files));
        if (check != null) json.add("check", check.json());
        return StrictJson.pretty(json);
    }


    private void sizes(JsonObject json) {
        var c = checkpoint.config();
        json.addProperty("text_vocabulary", c.textVocab());
        json.addProperty("codebooks", c.codebooks());
        json.addProperty("audio_vocabulary", c.audioVocab());
        json.addProperty("codebook_size", c.mimi().codebookSize());
        json.addProperty("sample_rate", c.mimi().sampleRate());
        json.addProperty("samples_per_frame", c.mimi().samplesPerFrame());
        var tokens = new JsonObject();
        tokens.addProperty("bos", checkpoint.tokenizer().bos());
        tokens.addProperty("eos", checkpoint.tokenizer().eos());
        json.add("tokens", tokens);
        json.add("backbone", stack(c.backbone()));
        json.add("depth_decoder", stack(c.depth().stack()));
        json.add("mimi_decoder", decoder(c.mimi()));
        var encoder = new JsonObject();
        encoder.addProperty("latent_width", c.mimi().hiddenSize());
        json.add("mimi_encoder", encoder);
    }

    private static JsonObject stack(StackConfig s) {
        var json = new JsonObject();
        json.addProperty("layers", s.layers());
        json.addProperty("width", s.width());
        json.addProperty("heads", s.heads());
        json.addProperty("kv_heads", s.kvHeads());
        json.addProperty("head_dim", s.headDim());
        json.addProperty("feed_forward", s.feedForward());
        json.addProperty("norm_epsilon", s.normEpsilon());
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

    private JsonObject decoder(MimiConfig m) {
        var json = new JsonObject();
        var shapes = new JsonArray();
        for (var s : states) {
            var shape = new JsonArray();
            shape.add(s.channels());
            shape.add(s.columns());
            shapes.add(shape);
        }
        json.add("states", shapes);
        json.addProperty("layers", m.layers());
        json.addProperty("heads", m.kvHeads());
        json.addProperty("head_dim", m.headDim());
        json.addProperty("window", m.slidingWindow());
        return json;
    }

    private JsonObject graphFiles() {
        var json = new JsonObject();
        graphs.forEach((device, networks) -> {
            var files = new JsonObject();
            networks.forEach(files::addProperty);
            json.add(device, files);
        });
        return json;
    }

    private JsonObject sampling() {
        var g = checkpoint.generation();
        var json = new JsonObject();
        json.addProperty("temperature", g.temperature());
        json.addProperty("top_k", g.topK());
        json.addProperty("depth_temperature", g.depthTemperature());
        json.addProperty("depth_top_k", g.depthTopK());
        json.addProperty("max_frames", g.maxFrames());
        return json;
    }

    private JsonObject source() {
        var json = new JsonObject();
        json.addProperty("layout", checkpoint.layout());
        json.addProperty("mimi", checkpoint.mimiLayout());
        json.addProperty("dtype", checkpoint.dtype());
        checkpoint.adapter().ifPresent(a -> json.addProperty("adapter", a));
        checkpoint.revision().ifPresent(r -> json.addProperty("revision", r));
        return json;
    }

    private JsonArray licences() {
        var list = new JsonArray();
        for (var l : Licences.of(checkpoint)) {
            var json = new JsonObject();
            json.addProperty("part", l.part());
            json.addProperty("licence", l.licence());
            json.addProperty("attribution", l.attribution());
            list.add(json);
        }
        return list;
    }

    private static JsonArray listed(List<Fingerprint> files) {
        var list = new JsonArray();
        for (var f : files) {
            var json = new JsonObject();
            json.addProperty("file", f.file());
            json.addProperty("bytes", f.bytes());
            json.addProperty("sha256", f.sha256());
            list.add(json);
        }
        return list;
    }
}
