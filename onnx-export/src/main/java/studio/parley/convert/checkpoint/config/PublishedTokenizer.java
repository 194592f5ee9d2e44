package studio.parley.convert.checkpoint.config;

import com.google.gson.JsonElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.parley.convert.checkpoint.layout.TensorRenamer;
import studio.parley.problem.Problem;
import studio.parley.tokenizer.TokenizerFile;

/** A checked {@code tokenizer.json} and the ids that surround every segment of text. */
public record PublishedTokenizer(Path file, int bos, int eos) {
    private static final String BOS = "<|begin_of_text|>";
    private static final String EOS = "<|end_of_text|>";

    /** {@code given} is the user's choice, a file or a folder; otherwise the one in the checkpoint's folder. */
    public static PublishedTokenizer find(Path folder, @Nullable Path given, int textVocab) {
        var file = given == null ? folder.resolve("tokenizer.json") : Files.isDirectory(given) ? given.resolve("tokenizer.json") : given;
        if (!Files.isRegularFile(file)) {
            throw Problem.model(file + " is missing. Pass the tokenizer.json of the model's text tokenizer (for CSM, Llama 3.2's) with "
                    + "--tokenizer FILE.");
        }
        return read(file, textVocab);
    }

    static PublishedTokenizer read(Path file, int textVocab) {
        var keys = ConfigReader.of(file);
        var model = keys.child("model").orElseThrow(() -> wrong(file, "has no model"));
        var type = model.text("type").orElse("BPE");
        if (!type.equals("BPE")) throw wrong(file, "is of type " + type + ", not BPE");
        var ids = ids(keys, model);
        ids.forEach((token, id) -> {
            if (id < 0 || id >= textVocab) {
                throw wrong(file, "gives token \"" + TensorRenamer.shown(token) + "\" the id " + id + ", but the model's text table has " + textVocab
                        + " rows");
            }
        });
        return new PublishedTokenizer(file, boundary(keys, ids, "bos_token", BOS, true), boundary(keys, ids, "eos_token", EOS, false));
    }

    private static Map<String, Integer> ids(ConfigReader keys, ConfigReader model) {
        var ids = new HashMap<String, Integer>();
        var vocab = model.child("vocab").orElseThrow(() -> wrong(keys.file(), "has no vocabulary"));
        if (!vocab.object().isEmpty() && !model.object().has("merges")) throw wrong(keys.file(), "has no merges");
        for (var token : vocab.object().keySet()) {
            ids.put(token, vocab.id(token).orElseThrow(() -> wrong(keys.file(), "has an id below 0")));
        }
        var added = keys.object().get("added_tokens");
        if (added == null || !added.isJsonArray()) return ids;
        for (var e : added.getAsJsonArray()) {
            if (!e.isJsonObject()) throw wrong(keys.file(), "has an added token that is not an object");
            var token = new ConfigReader(keys.file(), e.getAsJsonObject(), "added_tokens.");
            ids.put(token.text("content").orElse(""), token.id("id").orElseThrow(() -> wrong(keys.file(),
                    "has an added token without an id")));
        }
        return ids;
    }

    /** As transformers finds it: the tokenizer's own settings first, then the template, then Llama 3's name for it. */
    private static int boundary(ConfigReader keys, Map<String, Integer> ids, String key, String usual, boolean first) {
        var settings = Stream.of("tokenizer_config.json", "special_tokens_map.json").map(keys.file()::resolveSibling)
                .filter(Files::isRegularFile).map(ConfigReader::of).map(k -> named(k.object().get(key))).flatMap(Optional::stream);
        var candidates = Stream.concat(settings, Stream.concat(TokenizerFile.edge(keys.object().get("post_processor"), first).stream(), Stream.of(usual)));
        return candidates.map(ids::get).filter(java.util.Objects::nonNull).findFirst()
                .orElseThrow(() -> wrong(keys.file(), "does not say which token " + (first ? "begins" : "ends") + " a text (" + key + ")"));
    }

    /** A token is written as its text or as an object with its text under {@code content}. */
    private static Optional<String> named(@Nullable JsonElement token) {
        if (token != null && token.isJsonObject()) token = token.getAsJsonObject().get("content");
        return token != null && token.isJsonPrimitive() ? Optional.of(token.getAsString()) : Optional.empty();
    }

    private static Problem wrong(Path file, String what) {
        return Problem.model(file + " " + what + ". Use the tokenizer.json that belongs to this model.");
    }
}
