package studio.parley.convert.whisper;

import com.google.gson.JsonArray;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.parley.convert.checkpoint.MappedFiles;
import studio.parley.convert.checkpoint.config.ConfigReader;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.problem.Problem;

/**
 * An opened and checked Whisper checkpoint: a folder in Hugging Face's layout (config.json, safetensors, tokenizer.json, and
 * generation_config.json if there is one), or in CTranslate2's (config.json, model.bin, tokenizer.json) with weights of 16 or 32 bits.
 *
 * @param weights under transformers' names without {@code model.}
 * @param sources every file that is read
 */
public record WhisperCheckpoint(Path folder, WhisperConfig sizes, WhisperTokens tokens, TensorSet weights, String layout, List<Path> sources, MappedFiles open)
        implements AutoCloseable {
    static final String CTRANSLATE2 = "model.bin";
    private static final String TOKENIZER = "tokenizer.json";

    /** Whether a folder holds one, whatever its state. */
    public static boolean is(Path folder) {
        var config = folder.resolve("config.json");
        if (!Files.isRegularFile(config)) return false;
        try {
            var keys = ConfigReader.of(config);
            return keys.text("model_type").filter("whisper"::equals).isPresent() || keys.has("alignment_heads") && keys.has("suppress_ids");
        } catch (Problem unreadable) {
            return false;
        }
    }

    /** @throws Problem that names the file, key or tensor, and what to do */
    public static WhisperCheckpoint open(Path folder) {
        var open = new MappedFiles();
        try {
            var config = ConfigReader.of(folder.resolve("config.json"));
            var tokenizer = folder.resolve(TOKENIZER);
            if (!Files.isRegularFile(tokenizer)) throw Problem.model(tokenizer + " is missing. Download the model's tokenizer.json into the same folder.");
            boolean published = config.has("model_type");
            var weights = published ? published(folder, open) : CTranslate2Layout.open(folder.resolve(CTRANSLATE2), open);
            var sizes = published ? published(config, generation(folder), weights) : CTranslate2Layout.sizes(config, weights);
            WhisperSchema.check(weights, sizes);
            var sources = new ArrayList<>(open.files());
            Stream.of("config.json", "generation_config.json", TOKENIZER).map(folder::resolve).filter(Files::isRegularFile).forEach(sources::add);
            return new WhisperCheckpoint(folder, sizes, WhisperTokens.read(tokenizer, sizes.vocabulary()), weights, published ? "transformers" : "ctranslate2",
                    List.copyOf(sources), open);
        } catch (RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }

    public Path tokenizer() {
        return folder.resolve(TOKENIZER);
    }

    private static TensorSet published(Path folder, MappedFiles open) {
        return open.folder(folder).withoutPrefix("model.").renamed(n -> n.startsWith("model.") ? n.substring("model.".length()) : n);
    }

    private static Optional<ConfigReader> generation(Path folder) {
        return Optional.of(folder.resolve("generation_config.json")).filter(Files::isRegularFile).map(ConfigReader::of);
    }

    private static WhisperConfig published(ConfigReader config, Optional<ConfigReader> generation, TensorSet weights) {
        config.require("activation_function", "gelu", "gelu");
        config.require("scale_embedding", "false", "false");
        int layers = config.few("decoder_layers", 4);
        int heads = config.size("decoder_attention_heads", 6);
        var keys = generation.orElse(config);
        return new WhisperConfig(config.size("d_model", 384), config.few("encoder_layers", 4), config.size("encoder_attention_heads", 6), layers, heads,
                config.size("vocab_size", 51_865), config.size("num_mel_bins", 80), config.size("max_source_positions", 1500),
                config.size("max_target_positions", 448), alignment(keys, layers, heads), ids(keys, "suppress_tokens"), ids(keys, "begin_suppress_tokens"));
    }

    /** The pairs that the config names; otherwise all heads of the second half of the layers, as openai/whisper takes. */
    static List<List<Integer>> alignment(ConfigReader keys, int layers, int heads) {
        var found = new ArrayList<List<Integer>>();
        if (keys.object().get("alignment_heads") instanceof JsonArray pairs) {
            for (var pair : pairs) {
                var ids = pair instanceof JsonArray two ? whole(two) : List.<Integer>of();
                if (ids.size() != 2 || ids.get(0) >= layers || ids.get(1) >= heads) {
                    throw Problem.model(keys.file() + ": alignment_heads names a head that the model does not have. Use the file that belongs to these weights.");
                }
                found.add(ids);
            }
        }
        if (found.isEmpty()) for (int layer = layers / 2; layer < layers; layer++) for (int head = 0; head < heads; head++) found.add(List.of(layer, head));
        return found;
    }

    /** Ids from 0 up; a list with a negative id means the usual ones in CTranslate2, which are not known here. */
    static List<Integer> ids(ConfigReader keys, String name) {
        return keys.object().get(name) instanceof JsonArray list ? whole(list) : List.of();
    }

    private static List<Integer> whole(JsonArray list) {
        var ids = new ArrayList<Integer>();
        for (var e : list) if (e instanceof JsonPrimitive p && p.isNumber() && p.getAsDouble() == p.getAsInt() && p.getAsInt() >= 0) ids.add(p.getAsInt());
        return ids;
    }

    @Override
    public void close() {
        open.close();
    }
}
