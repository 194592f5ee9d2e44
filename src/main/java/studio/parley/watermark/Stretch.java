package studio.parley.watermark;

/** Changes speed and pitch together by any ratio near 1. For whitened sound, which has nothing near the Nyquist frequency: a short filter. */
final class Stretch {
    private static final int TAPS = 16;
    private static final int PHASES = 512;
    private static final float[][] FILTER = new float[PHASES][TAPS];

    static {
        for (int p = 0; p < PHASES; p++) {
            for (int k = 0; k < TAPS; k++) {
                double x = k - (TAPS / 2 - 1) - (double) p / PHASES;
                double sinc = x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
                FILTER[p][k] = (float) (sinc * (0.5 + 0.5 * StrictMath.cos(2 * Math.PI * x / (TAPS + 1))));
            }
        }
    }

    private Stretch() {}

    /** {@code ratio} times as many samples: sample i is the input at i / ratio. */
    static float[] by(float[] in, double ratio) {
        if (ratio == 1) return in;
        var out = new float[(int) (in.length * ratio)];
        for (int i = 0; i < out.length; i++) {
            double at = i / ratio;
            int whole = (int) at;
            var filter = FILTER[(int) ((at - whole) * PHASES)];
            int first = whole - (TAPS / 2 - 1);
            float sum = 0;
            for (int k = Math.max(0, -first); k < Math.min(TAPS, in.length - first); k++) sum += in[first + k] * filter[k];
            out[i] = sum;
        }
        return out;
    }
}
