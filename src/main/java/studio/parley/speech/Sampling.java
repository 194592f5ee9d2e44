package studio.parley.speech;

/**
 * How codes are drawn. {@code temperature} 0 is greedy (first of the largest logits, as transformers' argmax);
 * {@code depthTemperature} is the same for codes 1 and up; {@code topK} ≥ 1; the same seed gives the same codes on the same device.
 */
public record Sampling(float temperature, float depthTemperature, int topK, long seed) {
    public Sampling {
        if (!(temperature >= 0) || !(depthTemperature >= 0)) throw new IllegalArgumentException("temperature below 0");
        if (topK < 1) throw new IllegalArgumentException("top-k below 1");
    }

    public static Sampling greedy() {
        return new Sampling(0, 0, 1, 0);
    }
}
