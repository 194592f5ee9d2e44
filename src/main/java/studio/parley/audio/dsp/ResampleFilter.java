package studio.parley.audio.dsp;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The low-pass of a rate change {@code from -> to}, as one short filter per phase (a windowed sinc: Smith, "Digital Audio Resampling").
 * With the lower of the two Nyquist frequencies as 1, the pass band ends at 0.92 and the stop band begins at 1.0: for 24 kHz these are
 * 11.04 kHz and 12 kHz. Kaiser window, beta 12: stop band below -118 dB. Immutable, shared.
 */
final class ResampleFilter {
    private static final int ZERO_CROSSINGS = 96;
    private static final double BETA = 12;
    private static final double CUTOFF = 0.96;
    /** Above this number of phases the rows are computed on demand instead of stored. */
    private static final int MOST_PHASES = 1024;
    /** Kept as long as there is memory: the filter of an unusual rate may have megabytes. */
    private static final Map<Long, SoftReference<ResampleFilter>> KEPT = new ConcurrentHashMap<>();

    /** Output position {@code n} is at input position {@code n * down / up}. */
    final int up;
    final int down;
    /** Input samples on each side of an output sample that it depends on. */
    final int reach;
    private final double scale;
    private final double[][] rows;

    private ResampleFilter(int up, int down) {
        this.up = up;
        this.down = down;
        this.scale = CUTOFF * Math.min(1.0, (double) up / down);
        this.reach = (int) Math.ceil(ZERO_CROSSINGS / scale);
        this.rows = new double[up <= MOST_PHASES ? up : 0][];
        for (int p = 0; p < rows.length; p++) rows[p] = compute(p);
    }

    static ResampleFilter of(int from, int to) {
        int gcd = gcd(from, to);
        int up = to / gcd;
        int down = from / gcd;
        long key = (long) up << 32 | down;
        if (up > MOST_PHASES) return new ResampleFilter(up, down);
        var kept = KEPT.get(key);
        var filter = kept == null ? null : kept.get();
        if (filter == null) {
            filter = new ResampleFilter(up, down);
            KEPT.put(key, new SoftReference<>(filter));
        }
        return filter;
    }

    /** Weights of the input samples {@code i - reach + 1 .. i + reach} for an output at {@code i + phase / up}. */
    double[] row(int phase) {
        return rows.length > 0 ? rows[phase] : compute(phase);
    }

    private double[] compute(int phase) {
        var row = new double[2 * reach];
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            double t = k - reach + 1 - (double) phase / up;
            row[k] = scale * KaiserWindow.sinc(scale * t) * KaiserWindow.at(scale * t / ZERO_CROSSINGS, BETA);
            sum += row[k];
        }
        // Every phase passes a constant unchanged; otherwise the phases would differ by the window's ripple.
        for (int k = 0; k < row.length; k++) row[k] /= sum;
        return row;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
