package studio.parley.convert.whisper;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.parley.convert.checkpoint.config.ConfigReader;
import studio.parley.problem.Problem;

/**
 * The ids of the tokens that steer the decoder. The records' names are those of model.json, but for letter case.
 *
 * @param transcribe and {@code translate}: absent in models of English only
 * @param languages ids by code ({@code en}); empty in models of English only
 */
public record WhisperTokens(int start, int end, int noTimestamps, int noSpeech, int firstTimestamp, int previous, @Nullable Integer transcribe,
        @Nullable Integer translate, Map<String, Integer> languages) {
    /** The smallest vocabulary of a model of several languages, after openai/whisper. */
    private static final int MULTILINGUAL = 51_865;

    /** From the added tokens of a {@code tokenizer.json}, for a model with so many logits. */
    static WhisperTokens read(Path tokenizer, int vocabulary) {
        var ids = added(tokenizer);
        int noTimestamps = id(tokenizer, ids, "<|notimestamps|>");
        boolean all = vocabulary >= MULTILINGUAL;
        var languages = new LinkedHashMap<String, Integer>();
        if (all) ids.forEach((token, id) -> {
            if (token.matches("<\\|[a-z]{2,3}\\|>")) languages.put(token.substring(2, token.length() - 2), id);
        });
        return new WhisperTokens(id(tokenizer, ids, "<|startoftranscript|>"), id(tokenizer, ids, "<|endoftext|>"), noTimestamps,
                id(tokenizer, ids, "<|nospeech|>", "<|nocaptions|>"), noTimestamps + 1, id(tokenizer, ids, "<|startofprev|>"),
                all ? id(tokenizer, ids, "<|transcribe|>") : null, all ? id(tokenizer, ids, "<|translate|>") : null, languages);
    }

    private static Map<String, Integer> added(Path file) {
        var found = new LinkedHashMap<String, Integer>();
        if (ConfigReader.of(file).object().get("added_tokens") instanceof com.google.gson.JsonArray tokens) {
            for (var token : tokens) {
                if (!token.isJsonObject()) throw wrong(file, "has an added token that is not an object");
                var keys = new ConfigReader(file, token.getAsJsonObject(), "added_tokens.");
                found.put(keys.text("content").orElse(""), keys.id("id").orElseThrow(() -> wrong(file, "has an added token without an id")));
            }
        }
        return found;
    }

    private static int id(Path file, Map<String, Integer> ids, String... names) {
        return Stream.of(names).flatMap(n -> Optional.ofNullable(ids.get(n)).stream()).findFirst().orElseThrow(() -> wrong(file, "has no token " + names[0]));
    }

    private static Problem wrong(Path file, String what) {
        return Problem.model(file + " " + what + ". Use the tokenizer.json that belongs to this Whisper model.");
    }
}
