package studio.parley.audio.codec;

/**
 * One channel of one FLAC block: constant, verbatim, or a fixed predictor of order 0 to 4 with Rice-coded residuals, whichever is
 * shortest (RFC 9639, sections 9.2 and 9.2.7).
 */
final class FlacSubframes {
    private static final int MOST_PARTITIONS = 8;

    private FlacSubframes() {}

    static void write(BitWriter out, int[] samples, int count, int width) {
        if (isConstant(samples, count)) {
            out.put(0, 8);
            out.put(samples[0], width);
            return;
        }
        int order = bestOrder(samples, count);
        var residual = residual(samples, count, order);
        var plan = residual == null ? null : plan(residual, order, count);
        if (residual == null || plan == null || plan.bits + (long) order * width >= (long) count * width) {
            out.put(1 << 1, 8);
            for (int i = 0; i < count; i++) out.put(samples[i], width);
            return;
        }
        out.put((8 | order) << 1, 8);
        for (int i = 0; i < order; i++) out.put(samples[i], width);
        rice(out, residual, order, count, plan);
    }

    private static boolean isConstant(int[] samples, int count) {
        for (int i = 1; i < count; i++) if (samples[i] != samples[0]) return false;
        return true;
    }

    /** The order whose residuals have the smallest sum of magnitudes. */
    private static int bestOrder(int[] s, int count) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int order = 0; order <= Math.min(4, count - 1); order++) {
            long sum = 0;
            for (int i = 4; i < count; i++) sum += Math.abs(predicted(s, i, order));
            if (sum < least) {
                least = sum;
                best = order;
            }
        }
        return best;
    }

    /** What a fixed predictor leaves of sample {@code i}: its {@code order}-th difference. */
    private static long predicted(int[] s, int i, int order) {
        return switch (order) {
            case 0 -> s[i];
            case 1 -> (long) s[i] - s[i - 1];
            case 2 -> (long) s[i] - 2L * s[i - 1] + s[i - 2];
            case 3 -> (long) s[i] - 3L * s[i - 1] + 3L * s[i - 2] - s[i - 3];
            default -> (long) s[i] - 4L * s[i - 1] + 6L * s[i - 2] - 4L * s[i - 3] + s[i - 4];
        };
    }

    /** Residuals folded to whole numbers (0, -1, 1, -2, …); null if one does not fit in 31 bits. */
    private static int @org.jspecify.annotations.Nullable [] residual(int[] s, int count, int order) {
        var out = new int[count];
        for (int i = order; i < count; i++) {
            long r = predicted(s, i, order);
            long folded = r << 1 ^ r >> 63;
            if (folded > 0x7fffffffL) return null;
            out[i] = (int) folded;
        }
        return out;
    }

    /** How residuals are split and coded. */
    private record Plan(int partitionOrder, int[] parameters, long bits) {}

    private static Plan plan(int[] residual, int order, int count) {
        Plan best = null;
        for (int p = 0; p <= MOST_PARTITIONS && count % (1 << p) == 0 && count >> p > order; p++) {
            var parameters = new int[1 << p];
            long bits = 6;
            for (int part = 0; part < parameters.length; part++) {
                int from = part == 0 ? order : part * (count >> p);
                int to = (part + 1) * (count >> p);
                parameters[part] = parameter(residual, from, to);
                bits += 5 + cost(residual, from, to, parameters[part]);
            }
            if (best == null || bits < best.bits) best = new Plan(p, parameters, bits);
        }
        return best == null ? new Plan(0, new int[] {0}, Long.MAX_VALUE / 2) : best;
    }

    /** Near the mean's logarithm, then whichever neighbour is shorter. */
    private static int parameter(int[] residual, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) sum += residual[i];
        long mean = to == from ? 0 : sum / (to - from);
        int guess = Math.min(30, 63 - Long.numberOfLeadingZeros(mean + 1));
        int best = guess;
        for (int k = Math.max(0, guess - 1); k <= Math.min(30, guess + 1); k++) {
            if (cost(residual, from, to, k) < cost(residual, from, to, best)) best = k;
        }
        return best;
    }

    private static long cost(int[] residual, int from, int to, int k) {
        long bits = (long) (to - from) * (k + 1);
        for (int i = from; i < to; i++) bits += residual[i] >>> k;
        return bits;
    }

    /** Coding method 1: parameters of five bits. */
    private static void rice(BitWriter out, int[] residual, int order, int count, Plan plan) {
        out.put(1, 2);
        out.put(plan.partitionOrder, 4);
        int size = count >> plan.partitionOrder;
        for (int part = 0; part < plan.parameters.length; part++) {
            int k = plan.parameters[part];
            out.put(k, 5);
            for (int i = part == 0 ? order : part * size; i < (part + 1) * size; i++) {
                out.unary(residual[i] >>> k);
                out.put(residual[i], k);
            }
        }
    }
}
