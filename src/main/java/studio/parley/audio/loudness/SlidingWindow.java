package studio.parley.audio.loudness;

import java.util.Arrays;

/**
 * The minimum or mean of each value of a row and its neighbours, {@code half} to either side; beyond the row's ends the value is
 * {@code edge}.
 */
abstract class SlidingWindow {
    final double[] ring;
    private final int half;
    long seen;

    private SlidingWindow(int half, double edge) {
        this.half = half;
        this.ring = new double[2 * half + 1];
        Arrays.fill(ring, edge);
    }

    /** Takes the next value; true if there is a {@link #value}, which belongs to the value {@code half} before this. */
    final boolean push(double next) {
        int place = (int) (seen % ring.length);
        replace(place, next);
        seen++;
        return seen > half;
    }

    abstract void replace(int place, double next);

    abstract double value();

    static SlidingWindow mean(int half, double edge) {
        return new SlidingWindow(half, edge) {
            private double sum = ring.length * edge;

            @Override
            void replace(int place, double next) {
                sum += next - ring[place];
                ring[place] = next;
                if (place != 0) return;
                // Rounding errors must not accumulate over hours.
                sum = 0;
                for (double v : ring) sum += v;
            }

            @Override
            double value() {
                return sum / ring.length;
            }
        };
    }

    static SlidingWindow least(int half, double edge) {
        return new SlidingWindow(half, edge) {
            private double least = edge;

            @Override
            void replace(int place, double next) {
                double gone = ring[place];
                ring[place] = next;
                if (next <= least) least = next;
                else if (gone == least) least = Arrays.stream(ring).min().orElseThrow();
            }

            @Override
            double value() {
                return least;
            }
        };
    }
}
