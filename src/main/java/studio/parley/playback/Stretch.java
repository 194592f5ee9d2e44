package studio.parley.playback;

import org.jspecify.annotations.Nullable;

/**
 * Plays faster or slower at the same pitch, piece by piece: each piece is taken from near its place in the source, there where it
 * continues the last one best, and faded over from it (WSOLA: Verhelst and Roelands, 1993). One thread.
 */
final class Stretch {
    private static final double SEEK_SECONDS = 0.012;

    private @Nullable Source source;
    /** The place at which the next piece is asked for if it follows the last one. */
    private double expected;
    /** Where the last piece would have gone on in the source. */
    private long next;

    /** {@code count} frames, the source being read at {@code from} and passing {@code step} frames per frame. */
    float[] read(Source source, double from, double step, int count) {
        long place = Math.round(from);
        boolean follows = source == this.source && from == expected;
        this.source = source;
        expected = from + count * step;
        if (!follows) {
            next = place + count;
            return source.read(place, count).samples(0);
        }
        var going = source.read(next, count).samples(0);
        int seek = (int) (SEEK_SECONDS * source.rate());
        var area = source.read(place - seek, count + 2 * seek).samples(0);
        int best = best(going, area, 2 * seek);
        for (int i = 0; i < count; i++) {
            double w = 0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / count);
            going[i] = (float) (going[i] * (1 - w) + area[best + i] * w);
        }
        next = place - seek + best + count;
        return going;
    }

    /** The shift of {@code area} that is most like {@code going}; the middle one when all are alike. */
    private static int best(float[] going, float[] area, int most) {
        int best = most / 2;
        double highest = likeness(going, area, best) + 1e-9;
        for (int shift = 0; shift <= most; shift++) {
            double l = likeness(going, area, shift);
            if (l > highest) {
                highest = l;
                best = shift;
            }
        }
        return best;
    }

    private static double likeness(float[] a, float[] b, int shift) {
        double dot = 0;
        double power = 1e-9;
        for (int i = 0; i < a.length; i += 2) {
            dot += a[i] * b[shift + i];
            power += b[shift + i] * b[shift + i];
        }
        return dot / Math.sqrt(power);
    }
}
