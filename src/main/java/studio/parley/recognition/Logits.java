package studio.parley.recognition;

/** Arithmetic with logits; an id that must not be chosen has minus infinity. */
final class Logits {
    /** Even a vocabulary of these changes no digit that counts. */
    private static final double NEGLIGIBLE = 30;

    private Logits() {}

    static int argmax(float[] logits, int from, int to) {
        int best = from;
        for (int i = from + 1; i < to; i++) if (logits[i] > logits[best]) best = i;
        return best;
    }

    /** log(sum(exp)) of a range; minus infinity where nothing is allowed. */
    static double logSum(float[] logits, int from, int to) {
        if (from >= to) return Double.NEGATIVE_INFINITY;
        double most = logits[argmax(logits, from, to)];
        if (most == Double.NEGATIVE_INFINITY) return most;
        double sum = 0;
        for (int i = from; i < to; i++) if (logits[i] > most - NEGLIGIBLE) sum += Math.exp(logits[i] - most);
        return most + Math.log(sum);
    }

    /** The first id whose cumulative probability at this temperature exceeds {@code uniform} in [0,1). */
    static int sample(float[] logits, double temperature, double uniform) {
        double most = logits[argmax(logits, 0, logits.length)];
        double total = 0;
        for (var v : logits) total += Math.exp((v - most) / temperature);
        double left = uniform * total;
        int last = 0;
        for (int i = 0; i < logits.length; i++) {
            double p = Math.exp((logits[i] - most) / temperature);
            if (p == 0) continue;
            last = i;
            left -= p;
            if (left < 0) return i;
        }
        return last;
    }

    static void forbid(float[] logits, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, logits.length); i++) logits[i] = Float.NEGATIVE_INFINITY;
    }
}
