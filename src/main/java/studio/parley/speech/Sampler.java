package studio.parley.speech;

import java.util.Arrays;

/**
 * Samples a code from logits by the same rule as the depth decoder's graph: divide by the temperature, drop what is strictly below the k-th
 * largest (ties stay), softmax, and take the first index whose cumulative probability exceeds {@code u}.
 */
final class Sampler {
    private Sampler() {}

    /**
     * @param logits one row; overwritten
     * @param sound ids from here up are never sampled (they are not audio)
     * @param u uniform in [0,1)
     */
    static int draw(float[] logits, int sound, float temperature, int topK, float u) {
        for (int i = 0; i < logits.length; i++) logits[i] = i < sound ? logits[i] / temperature : Float.NEGATIVE_INFINITY;
        var threshold = kthLargest(logits, topK);
        var top = Float.NEGATIVE_INFINITY;
        for (var z : logits) top = Math.max(top, z);
        double total = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = logits[i] < threshold ? 0 : (float) Math.exp(logits[i] - top);
            total += logits[i];
        }
        return firstBeyond(logits, u * total);
    }

    /** Greedy: the first of the largest. */
    static int largest(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) if (logits[i] > logits[best]) best = i;
        return best;
    }

    private static float kthLargest(float[] z, int k) {
        if (k >= z.length) return Float.NEGATIVE_INFINITY;
        var sorted = z.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - k];
    }

    private static int firstBeyond(float[] weights, double target) {
        double sum = 0;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] == 0) continue;
            sum += weights[i];
            last = i;
            if (sum > target) return i;
        }
        return last;
    }
}
