package studio.parley.audio.codec;

/** One channel of a FLAC frame: constant, verbatim, fixed or linear prediction with a Rice-coded residual (RFC 9639, 9.2). */
final class FlacSubframe {
    private static final int[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

    private FlacSubframe() {}

    /** Fills {@code out[0..n)}; {@code bits} is the sample size, one more for a side channel. */
    static void read(BitReader in, long[] out, int n, int bits) {
        in.bits(1);
        int type = in.number(6);
        int wasted = in.bits(1) == 1 ? in.unary() + 1 : 0;
        int size = bits - wasted;
        if (size < 1) throw new BitReader.Damaged("wasted bits");
        if (type == 0) java.util.Arrays.fill(out, 0, n, in.signed(size));
        else if (type == 1) for (int i = 0; i < n; i++) out[i] = in.signed(size);
        else if (type >= 8 && type <= 12) fixed(in, out, n, size, type - 8);
        else if (type >= 32) linear(in, out, n, size, type - 31);
        else throw new BitReader.Damaged("subframe type " + type);
        if (wasted > 0) for (int i = 0; i < n; i++) out[i] <<= wasted;
    }

    private static void fixed(BitReader in, long[] out, int n, int size, int order) {
        warmUp(in, out, n, size, order);
        residual(in, out, n, order);
        restore(out, n, FIXED[order], 0);
    }

    private static void linear(BitReader in, long[] out, int n, int size, int order) {
        warmUp(in, out, n, size, order);
        int precision = in.number(4) + 1;
        int shift = (int) in.signed(5);
        if (precision == 16 || shift < 0) throw new BitReader.Damaged("predictor");
        var weights = new int[order];
        for (int i = 0; i < order; i++) weights[i] = (int) in.signed(precision);
        residual(in, out, n, order);
        restore(out, n, weights, shift);
    }

    private static void warmUp(BitReader in, long[] out, int n, int size, int order) {
        if (order > n) throw new BitReader.Damaged("order");
        for (int i = 0; i < order; i++) out[i] = in.signed(size);
    }

    private static void restore(long[] out, int n, int[] weights, int shift) {
        for (int i = weights.length; i < n; i++) {
            long sum = 0;
            for (int k = 0; k < weights.length; k++) sum += weights[k] * out[i - 1 - k];
            out[i] += sum >> shift;
        }
    }

    private static void residual(BitReader in, long[] out, int n, int order) {
        int method = in.number(2);
        if (method > 1) throw new BitReader.Damaged("residual coding");
        int width = method == 0 ? 4 : 5;
        int partitionOrder = in.number(4);
        int partition = n >> partitionOrder;
        if (partition << partitionOrder != n || partition < order) throw new BitReader.Damaged("partitions");
        int at = order;
        for (int p = 1; p <= 1 << partitionOrder; p++) {
            int parameter = in.number(width);
            int end = p * partition;
            if (parameter == (1 << width) - 1) {
                int raw = in.number(5);
                while (at < end) out[at++] = in.signed(raw);
            } else {
                while (at < end) out[at++] = rice(in, parameter);
            }
        }
    }

    private static long rice(BitReader in, int parameter) {
        long v = (long) in.unary() << parameter | in.bits(parameter);
        return v >>> 1 ^ -(v & 1);
    }
}
