package studio.parley.seeds;

import java.util.Random;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives every property a seed of its own that is the same in every run, from the number in the system property {@code test.seed}
 * (0 when absent) and its name; {@code random} leaves the choice to jqwik, which prints the seed of what fails.
 */
public final class PropertySeeds implements AroundPropertyHook {
    private static final String SEED = System.getProperty("test.seed", "0");

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (!SEED.equals("random") && context.attributes().seed().isEmpty()) {
            context.attributes().setSeed(String.valueOf(seed(context.containerClass().getName() + '.' + context.targetMethod().getName())));
        }
        return property.execute();
    }

    private static long seed(String name) {
        return name.hashCode() + 1_000_003L * Long.parseLong(SEED);
    }

    /** For tests that draw by themselves. */
    public static Random random(Class<?> test) {
        return SEED.equals("random") ? new Random() : new Random(seed(test.getName()));
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
