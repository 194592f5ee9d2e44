package studio.parley.convert.quant;

/**
 * Finds the scale with which a block of values has the least error when each is rounded to an integer number of steps: a few candidates
 * around the one that just reaches the largest value, each refined by least squares for its codes. As there is one more step below zero
 * than above, the scale may be negative, so that the largest value gets the longer side.
 */
final class ScaleSearch {
    private static final float[] SHRINK_4 = {1.0f, 0.94f, 0.88f, 0.82f, 0.76f, 0.7f};
    private static final float[] SHRINK_8 = {1.0f};

    private ScaleSearch() {}

    static float best(float[] block, int bits) {
        int middle = 1 << (bits - 1);
        float largest = largest(block);
        if (largest == 0) return 0;
        float best = 0;
        double gain = -1;
        for (var shrink : bits == 4 ? SHRINK_4 : SHRINK_8) {
            for (int side = 0; side < 2; side++) {
                float scale = shrink * largest / (side == 0 ? -middle : middle - 1);
                var fit = fit(block, scale, middle);
                if (fit.gain() > gain) {
                    gain = fit.gain();
                    best = fit.scale();
                }
            }
        }
        return best;
    }

    /** How much of the block's energy the best multiple of the codes explains, and that multiple. */
    private record Fit(double gain, float scale) {}

    private static Fit fit(float[] block, float scale, int middle) {
        float inverse = 1 / scale;
        float product = 0;
        float square = 0;
        for (var v : block) {
            int code = round(v * inverse, middle);
            product += v * code;
            square += (float) code * code;
        }
        return square == 0 ? new Fit(-1, scale) : new Fit((double) product * product / square, product / square);
    }

    /** To the nearest step, within [−middle, middle − 1]. */
    static int round(float steps, int middle) {
        int code = (int) (steps + middle + 0.5f);
        return Math.clamp(code, 0, 2 * middle - 1) - middle;
    }

    private static float largest(float[] block) {
        float largest = 0;
        for (var v : block) if (Math.abs(v) > Math.abs(largest)) largest = v;
        return largest;
    }
}
