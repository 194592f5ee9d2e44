package studio.parley.speech.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.parley.modelfolder.Licence;
import studio.parley.modelfolder.ListedFile;
import studio.parley.modelfolder.ModelJsonReader;
import studio.parley.onnx.OrtRuntime;
import studio.parley.problem.Problem;
import studio.parley.speech.text.Reading;

/**
 * The content of {@code model.json} (docs/model-folder.md): every size the engine needs, defaults, and attributions. Unknown keys are
 * ignored; a format above {@link ModelContract#FORMAT} is an error.
 *
 * @param identity identifies the model in the recipe of a take
 * @param context positions the networks can hold: prompt and frames of one line together
 * @param audioVocabulary rows per codebook, {@code V}; ids from {@code codebookSize} up are not audio
 * @param made how the model was made, as text; empty if unknown
 * @param reading what the model is given of a text
 * @param files every other file of the folder; empty in folders without this list
 * @param graphs device ("cpu", "cuda") to network to file name
 */
public record ModelInfo(String name, String identity, String precision, int context, int textVocabulary, int codebooks,
        int audioVocabulary, int codebookSize, int sampleRate, int samplesPerFrame, int bos, int eos, Stack backbone,
        Stack depthDecoder, MimiShape mimi, Map<String, Map<String, String>> graphs, boolean exposed, Defaults sampling,
        List<Licence> licences, String made, ModelQuality quality, Reading reading,
        List<ListedFile> files) {

    /** A transformer: number of layers, width, and the heads of its KV cache. */
    public record Stack(int layers, int width, int heads, int kvHeads, int headDim) {}

    private static final int LABEL_DIGITS = 8;

    /** The streaming decoder's state: {@code states} are [channels, length]. */
    public record MimiShape(List<int[]> states, int layers, int heads, int headDim, int window) {}

    /** The checkpoint's default sampling. */
    public record Defaults(float temperature, int topK, float depthTemperature, int depthTopK, int maxFrames) {
        public Sampling with(long seed) {
            return new Sampling(temperature, depthTemperature, topK, depthTopK, seed);
        }
    }

    /** The name in takes and projects: its name and the beginning of its hash, {@code csm-1b 1a2b3c4d}. */
    public String label() {
        return name + " " + identity.substring(0, Math.min(LABEL_DIGITS, identity.length()));
    }

    /** Size of all files of the folder. */
    public long bytes() {
        return files.stream().mapToLong(ListedFile::bytes).sum();
    }

    /** The names of its networks, of all devices. */
    public List<String> networks() {
        return graphs.values().stream().flatMap(g -> g.values().stream()).distinct().toList();
    }

    /** Frames per second: 12.5 in CSM. */
    public double frameRate() {
        return (double) sampleRate / samplesPerFrame;
    }

    /** The all-zero row of the embedding table, for the codebooks that a text position does not use. */
    public int zeroRow() {
        return textVocabulary + codebooks * audioVocabulary;
    }

    /** Reads {@code model.json} in {@code folder}. */
    public static ModelInfo read(Path folder) {
        var file = folder.resolve(ModelContract.MODEL_JSON);
        var json = ModelJsonReader.read(file);
        if (json.integer("format", 1, Integer.MAX_VALUE) > ModelContract.FORMAT) {
            throw Problem.model(file + " was written by a newer version of Parley (" + json.text("parley", "unknown version")
                    + "). Install that version, or convert the checkpoint again with this one.");
        }
        var vocabulary = json.integer("audio_vocabulary", 2, 65_535);
        var tokens = json.object("tokens");
        var words = json.integer("text_vocabulary", 1, 1 << 24);
        var info = new ModelInfo(json.text("name"), json.text("identity"), json.text("precision"), json.integer("context", 16, 1 << 20),
                words, json.integer("codebooks", 2, 256), vocabulary, json.integer("codebook_size", 1, vocabulary),
                json.integer("sample_rate", 1_000, 384_000), json.integer("samples_per_frame", 1, 1 << 20),
                tokens.integer("bos", 0, words - 1), tokens.integer("eos", 0, words - 1), stack(json.object("backbone")),
                stack(json.object("depth_decoder")), mimi(json.object("mimi_decoder")), graphs(json.object("graphs")),
                json.flag("exposed", false), defaults(json.optional("sampling")), json.licences(),
                json.words("made"), json.tolerant("quality").map(ModelQuality::of).orElse(ModelQuality.UNKNOWN), Reading.of(json.words("reading")), json.files());
        info.requireMemory(file);
        return info;
    }

    /** Every size may be valid, but not their product. */
    private void requireMemory(Path file) {
        double cache = 2.0 * backbone.layers * backbone.kvHeads * backbone.headDim * context;
        double window = 2.0 * mimi.layers * mimi.heads * mimi.headDim * mimi.window;
        double states = mimi.states.stream().mapToDouble(s -> (double) s[0] * s[1]).sum();
        double embedding = (double) backbone.width * (textVocabulary + (double) codebooks * audioVocabulary);
        double bytes = Float.BYTES * (cache + 2 * (window + states)) + embedding / 2;
        if (bytes <= OrtRuntime.memory()) return;
        throw Problem.model(String.format(Locale.ROOT, "%s describes a model that needs %.0f GB of memory, and this machine has %.0f GB. "
                + "Use a smaller model, or convert it with a smaller --context.", file, bytes / 1e9, OrtRuntime.memory() / 1e9));
    }

    private static Stack stack(ModelJsonReader j) {
        return new Stack(j.integer("layers", 1, 1024), j.integer("width", 1, 1 << 20), j.integer("heads", 1, 4096),
                j.integer("kv_heads", 1, 4096), j.integer("head_dim", 1, 4096));
    }

    private static MimiShape mimi(ModelJsonReader j) {
        return new MimiShape(j.table("states", 2, 1, 1 << 20), j.integer("layers", 0, 1024), j.integer("heads", 1, 4096),
                j.integer("head_dim", 1, 4096), j.integer("window", 1, 1 << 20));
    }

    private static Map<String, Map<String, String>> graphs(ModelJsonReader j) {
        var out = new HashMap<String, Map<String, String>>();
        for (var device : j.keys()) {
            var files = new HashMap<String, String>();
            var named = j.object(device);
            for (var network : named.keys()) {
                files.put(network, named.fileName(network));
            }
            out.put(device, Map.copyOf(files));
        }
        return Map.copyOf(out);
    }

    private static Defaults defaults(Optional<ModelJsonReader> sampling) {
        if (sampling.isEmpty()) return new Defaults(0.9f, 50, 0.9f, 50, 125);
        var j = sampling.get();
        return new Defaults((float) Math.max(0, j.number("temperature")), j.integer("top_k", 1, Integer.MAX_VALUE),
                (float) Math.max(0, j.number("depth_temperature")), j.integer("depth_top_k", 1, Integer.MAX_VALUE),
                j.integer("max_frames", 1, 1 << 20));
    }
}
