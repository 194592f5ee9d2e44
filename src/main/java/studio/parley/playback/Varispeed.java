package studio.parley.playback;

/**
 * Reads a source at another speed, forwards or backwards, by windowed-sinc interpolation with the cut-off lowered at speeds above 1:
 * pitch changes as on a tape. At speed -1 the samples are the source's own, in reverse.
 */
final class Varispeed {
    private static final int CROSSINGS = 16;

    private Varispeed() {}

    /** {@code count} frames from the position {@code from} on, {@code step} frames of the source apart. */
    static float[] read(AudioSource source, double from, double step, int count) {
        double cut = Math.min(1, 1 / Math.abs(step));
        double reach = CROSSINGS / cut;
        double last = from + (count - 1) * step;
        long first = (long) Math.floor(Math.min(from, last) - reach);
        var in = source.read(first, (int) (Math.ceil(Math.max(from, last) + reach) - first) + 1).samples(0);
        var out = new float[count];
        for (int i = 0; i < count; i++) out[i] = at(in, from + i * step - first, cut, reach);
        return out;
    }

    private static float at(float[] in, double place, double cut, double reach) {
        int from = (int) Math.max(0, Math.ceil(place - reach));
        int to = (int) Math.min(in.length - 1, Math.floor(place + reach));
        double sum = 0;
        for (int i = from; i <= to; i++) {
            double d = place - i;
            sum += in[i] * cut * sinc(cut * d) * (0.5 + 0.5 * Math.cos(Math.PI * d / reach));
        }
        return (float) sum;
    }

    private static double sinc(double x) {
        if (x == 0) return 1;
        // Exactly 0 at integers, so that integer positions give the sample itself.
        return x == Math.rint(x) ? 0 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
