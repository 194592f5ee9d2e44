package studio.parley.dialogue;

import java.util.List;

/**
 * Everything that determines how a take sounds: rendering it again gives the same codes on the same device.
 *
 * @param model hash of the model folder
 * @param seed of the generator that sampled the codes
 * @param temperature and {@code topK}, {@code maxMillis}: the effective delivery
 * @param context what the model heard, in order: hashes of (speaker, text, codes)
 * @param together whether it was made in a batch, or as in one, which rounds differently than a single take
 */
public record TakeRecipe(String model, long seed, double temperature, int topK, int maxMillis, List<String> context, boolean together) {
    public TakeRecipe {
        if (!Double.isFinite(temperature)) throw new IllegalArgumentException("temperature " + temperature);
        context = List.copyOf(context);
    }

    /** A take that is a recording: no model made it, and none can make it again. */
    public static final TakeRecipe RECORDED = new TakeRecipe("recording", 0, 0, 1, 0, List.of());

    public boolean isRecorded() {
        return model.equals(RECORDED.model);
    }

    /** For a single take. */
    public TakeRecipe(String model, long seed, double temperature, int topK, int maxMillis, List<String> context) {
        this(model, seed, temperature, topK, maxMillis, context, false);
    }
}
