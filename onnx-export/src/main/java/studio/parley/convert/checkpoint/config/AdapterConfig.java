package studio.parley.convert.checkpoint.config;

import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import studio.parley.convert.checkpoint.layout.TensorRenamer;
import studio.parley.io.TimeoutCharSequence;
import studio.parley.problem.Problem;

/**
 * The content of PEFT's {@code adapter_config.json} of a LoRA adapter. {@code fan_in_fan_out} does not matter: PEFT ignores it for the
 * layers of this family.
 *
 * @param ranks rank by regular expression over the module's name, if it is not {@code rank}; {@code alphas} likewise
 * @param base the name of the base model as given in training
 */
public record AdapterConfig(Path file, int rank, double alpha, boolean rootScaled, Map<String, Double> ranks, Map<String, Double> alphas,
        Optional<String> base) {
    public static final String NAME = "adapter_config.json";
    /** Initialisations that leave the base model unchanged; others remove a part of it. */
    private static final Set<String> PLAIN_BEGINNINGS = Set.of("true", "false", "gaussian", "eva", "orthogonal");
    /** Settings that change the computation in ways that no merged matrix can express. */
    private static final List<String> UNKNOWN = List.of("alora_invocation_tokens", "arrow_config", "layer_replication",
            "trainable_token_indices", "use_qalora", "use_bdlora", "lora_bias", "kasa_config", "target_parameters", "monteclora_config",
            "velora_config");
    /** Against patterns that would run forever. */
    private static final int READS = 1_000_000;

    public static AdapterConfig read(Path file) {
        var keys = ConfigReader.of(file);
        var type = keys.text("peft_type").orElse("LORA");
        if (!type.equals("LORA")) {
            throw Problem.model(file + " describes an adapter of type " + type + ", but Parley merges only LORA. Merge it in Python "
                    + "(PeftModel.merge_and_unload()) and convert the result.");
        }
        for (var key : UNKNOWN) if (isSet(keys, key)) throw unknown(file, key);
        if (keys.has("init_lora_weights") && !PLAIN_BEGINNINGS.contains(beginning(keys))) throw unknown(file, "init_lora_weights");
        return new AdapterConfig(file, keys.size("r", 8), keys.positive("lora_alpha", 8), keys.flag("use_rslora", false),
                pattern(keys, "rank_pattern"), pattern(keys, "alpha_pattern"), keys.text("base_model_name_or_path"));
    }

    private static boolean isSet(ConfigReader keys, String key) {
        var value = keys.object().get(key);
        return value != null && !value.equals(JsonNull.INSTANCE) && !value.equals(new JsonPrimitive(false));
    }

    private static String beginning(ConfigReader keys) {
        return keys.object().get("init_lora_weights") instanceof JsonPrimitive p ? p.getAsString().toLowerCase(java.util.Locale.ROOT) : "";
    }

    private static Problem unknown(Path file, String key) {
        return Problem.model(file + " uses " + key + ", which Parley cannot merge. Merge the adapter in Python "
                + "(PeftModel.merge_and_unload()) and convert the result.");
    }

    private static Map<String, Double> pattern(ConfigReader keys, String key) {
        var found = new LinkedHashMap<String, Double>();
        var patterns = keys.child(key);
        if (patterns.isEmpty()) return found;
        for (var name : patterns.get().object().keySet()) found.put(name, patterns.get().positive(name, 1));
        return found;
    }

    public int rank(String module) {
        return (int) Math.min(ConfigReader.FEW, matching(ranks, module).orElse((double) rank));
    }

    /** The factor for the product of the two matrices of a module. */
    public double scale(String module) {
        double r = rank(module);
        return matching(alphas, module).orElse(alpha) / (rootScaled ? Math.sqrt(r) : r);
    }

    /** The first pattern that matches the end of the name, from the start or from a dot, as in PEFT. */
    private Optional<Double> matching(Map<String, Double> patterns, String module) {
        for (var p : patterns.entrySet()) {
            try {
                if (Pattern.compile("(.*\\.)?(" + p.getKey() + ")").matcher(new TimeoutCharSequence(module, READS)).matches()) return Optional.of(p.getValue());
            } catch (PatternSyntaxException | StackOverflowError | TimeoutCharSequence.Endless e) {
                throw Problem.model(file + " contains an invalid pattern (" + TensorRenamer.shown(p.getKey()) + "). Correct it.");
            }
        }
        return Optional.empty();
    }
}
