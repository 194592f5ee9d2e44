package studio.parley.seeds;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;

/**
 * Gives every property a seed of its own that is the same in every run, from the number in the system property {@code test.seed}
 * (0 when absent) and its name; {@code random} leaves the choice to jqwik, which prints the seed of what fails.
 */
public final class PropertySeeds implements AroundPropertyHook {
    private static final String SEED = System.getProperty("test.seed", "0");

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (!SEED.equals("random") && context.attributes().seed().isEmpty()) {
            var name = context.containerClass().getName() + '.' + context.targetMethod().getName();
            context.attributes().setSeed(String.valueOf(name.hashCode() + 1_000_003L * Long.parseLong(SEED)));
        }
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
