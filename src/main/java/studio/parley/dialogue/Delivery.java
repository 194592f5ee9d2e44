package studio.parley.dialogue;

import org.jspecify.annotations.Nullable;

/**
 * How a line is spoken: sampling temperature (0 is greedy), top-k, maximum length in milliseconds, and the seed. A null is inherited:
 * project → speaker → line, see {@link #over}. A fully inherited seed means one derived from the project's seed and the line's id.
 */
public record Delivery(@Nullable Double temperature, @Nullable Integer topK, @Nullable Integer maxMillis, @Nullable Long seed) {
    /** Inherits everything. */
    public static final Delivery INHERITED = new Delivery(null, null, null, null);
    /** CSM's defaults (generator.py: 0.9 and 50). */
    public static final Delivery STANDARD = new Delivery(0.9, 50, null, null);
    /** What voice_clone.py uses for cleaner clones: 0.6 and 20. */
    public static final Delivery CLONE = new Delivery(0.6, 20, null, null);
    /** Always the most likely code: the same text gives the same speech, rarely the best. */
    public static final Delivery GREEDY = new Delivery(0.0, 1, null, null);

    public Delivery {
        if (temperature != null && !(temperature >= 0 && temperature <= 10)) throw new IllegalArgumentException("temperature "
                + temperature);
        if (topK != null && topK < 1) throw new IllegalArgumentException("top-k " + topK);
        if (maxMillis != null && maxMillis < 1) throw new IllegalArgumentException("longest length " + maxMillis + " ms");
    }

    /** This delivery, with missing values taken from {@code parent}. */
    public Delivery over(Delivery parent) {
        return new Delivery(
                temperature != null ? temperature : parent.temperature,
                topK != null ? topK : parent.topK,
                maxMillis != null ? maxMillis : parent.maxMillis,
                seed != null ? seed : parent.seed);
    }
}
