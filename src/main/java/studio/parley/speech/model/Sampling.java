package studio.parley.speech.model;

/**
 * How codes are sampled: the first of a frame by {@code temperature} and {@code topK}, the others by {@code depthTemperature} and
 * {@code depthTopK}. A temperature of 0 is greedy (first of the largest logits, as transformers' argmax); top-k is at least 1. The same
 * seed gives the same codes on the same device.
 */
public record Sampling(float temperature, float depthTemperature, int topK, int depthTopK, long seed) {
    public Sampling {
        if (!(temperature >= 0) || !(depthTemperature >= 0)) throw new IllegalArgumentException("temperature below 0");
        if (topK < 1 || depthTopK < 1) throw new IllegalArgumentException("top-k below 1");
    }

    /** The same top-k for every code. */
    public Sampling(float temperature, float depthTemperature, int topK, long seed) {
        this(temperature, depthTemperature, topK, topK, seed);
    }

    public static Sampling greedy() {
        return new Sampling(0, 0, 1, 0);
    }

    public Sampling withSeed(long newSeed) {
        return new Sampling(temperature, depthTemperature, topK, depthTopK, newSeed);
    }
}
