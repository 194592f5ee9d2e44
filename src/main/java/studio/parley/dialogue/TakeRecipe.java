package studio.parley.dialogue;

import java.util.List;

/**
 * Everything that decided how a take sounds: rendering it again gives the same codes on the same device.
 *
 * @param model hash of the model folder
 * @param seed of the generator that drew the codes
 * @param temperature and {@code topK}, {@code maxMillis}: the delivery in force
 * @param context what the model heard, in order: hashes of (speaker, text, codes)
 * @param together whether it was made in a batch with other takes, which rounds otherwise than one alone
 */
public record TakeRecipe(String model, long seed, double temperature, int topK, int maxMillis, List<String> context, boolean together) {
    public TakeRecipe {
        if (!Double.isFinite(temperature)) throw new IllegalArgumentException("temperature " + temperature);
        context = List.copyOf(context);
    }

    /** Of a take made alone. */
    public TakeRecipe(String model, long seed, double temperature, int topK, int maxMillis, List<String> context) {
        this(model, seed, temperature, topK, maxMillis, context, false);
    }
}
