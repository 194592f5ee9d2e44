package studio.parley.convert.checkpoint.config;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkpoint's default sampling, from its {@code generation_config.json}; absent keys take the published ones (the released file itself
 * leaves top_k to transformers' default of 50). {@code do_sample} false means temperature 0, greedy.
 */
public record GenerationDefaults(double temperature, int topK, double depthTemperature, int depthTopK, int maxFrames) {
    public static GenerationDefaults read(Path folder, int audioVocab) {
        var file = folder.resolve("generation_config.json");
        var keys = Files.isRegularFile(file) ? ConfigReader.of(file) : new ConfigReader(file, new JsonObject(), "");
        return new GenerationDefaults(temperature(keys, ""), topK(keys, "", audioVocab), temperature(keys, "depth_decoder_"),
                topK(keys, "depth_decoder_", audioVocab), keys.size("max_new_tokens", 125));
    }

    private static double temperature(ConfigReader keys, String prefix) {
        return keys.flag(prefix + "do_sample", true) ? keys.notNegative(prefix + "temperature", 0.9) : 0;
    }

    /** transformers' 0 means no limit. */
    private static int topK(ConfigReader keys, String prefix, int audioVocab) {
        int k = keys.id(prefix + "top_k").orElse(50);
        return k == 0 ? audioVocab : Math.min(k, audioVocab);
    }
}
