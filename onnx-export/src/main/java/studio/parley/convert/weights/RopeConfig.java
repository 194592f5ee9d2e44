package studio.parley.convert.weights;

import org.jspecify.annotations.Nullable;

/** Rotary positions: base of the frequencies, and Llama 3's scaling of the low ones if the checkpoint has it. */
public record RopeConfig(double theta, @Nullable Llama3 scaling) {
    /** {@code rope_scaling} of type llama3; {@code original} = original_max_position_embeddings. */
    public record Llama3(double factor, double low, double high, double original) {}

    public static RopeConfig plain(double theta) {
        return new RopeConfig(theta, null);
    }
}
