package studio.parley.convert.checkpoint.config;

import java.util.Optional;
import studio.parley.convert.weights.RopeConfig;
import studio.parley.problem.Problem;

/**
 * Rotary settings in the forms transformers has used over the years: {@code rope_theta} with {@code rope_scaling} (until 4.x, type under
 * {@code rope_type} or {@code type}), or all of it in {@code rope_parameters} (5.x); none of them means plain rotation at the default base.
 */
final class RopeConfigReader {
    private RopeConfigReader() {}

    static RopeConfig read(ConfigReader config, double defaultTheta) {
        var theta = config.positive("rope_theta", defaultTheta);
        var parameters = config.child("rope_parameters");
        if (parameters.isPresent()) return scaled(parameters.get(), parameters.get().positive("rope_theta", theta));
        return config.child("rope_scaling").map(s -> scaled(s, theta)).orElse(RopeConfig.plain(theta));
    }

    private static RopeConfig scaled(ConfigReader rope, double theta) {
        var type = rope.text("rope_type").or(() -> rope.text("type")).orElse("default");
        return switch (type) {
            case "default" -> RopeConfig.plain(theta);
            case "llama3" -> new RopeConfig(theta, llama3(rope));
            default -> throw Problem.model(rope.file() + ": " + rope.prefix() + "rope_type is " + type
                    + ", but Parley only supports default and llama3. Convert another checkpoint.");
        };
    }

    private static RopeConfig.Llama3 llama3(ConfigReader rope) {
        var scaling = new RopeConfig.Llama3(needed(rope, "factor"), needed(rope, "low_freq_factor"), needed(rope, "high_freq_factor"),
                needed(rope, "original_max_position_embeddings"));
        if (scaling.high() <= scaling.low()) throw rope.wrong("high_freq_factor", "is not above low_freq_factor");
        return scaling;
    }

    private static double needed(ConfigReader rope, String key) {
        return Optional.of(rope.positive(key, 0)).filter(v -> v > 0).orElseThrow(() -> rope.wrong(key, "is missing"));
    }
}
