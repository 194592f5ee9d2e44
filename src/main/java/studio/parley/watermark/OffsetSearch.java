package studio.parley.watermark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The coarse half of resynchronisation: where the signs may begin if every short frame of the sound has been moved a little. The
 * correlations of each frame with the signs at all offsets are raised to the fourth power, which favours single high ones, and added along
 * the offset's way through the sound. Positive correlations only: nothing but an inversion makes the watermark negative. Immutable.
 */
final class OffsetSearch {
    /** 82 ms, about what programs that change the pitch or the tempo move as one piece. */
    private static final int FRAME = 1968;
    /** Frames may be this far off on either side, samples. */
    private static final int SLACK = 150;
    private static final int SIDE = 128;
    private static final int SIZE = SIDE * SIDE;
    private static final int PERIOD = WatermarkBand.PERIOD;
    /** Offsets of one transform. */
    private static final int USEFUL = SIZE - FRAME + 1;

    private final RowFft fft = new RowFft(SIDE);
    private final List<Block> blocks = new ArrayList<>();

    private record Block(float[][] re, float[][] im) {
        static Block empty() {
            return new Block(new float[SIDE][SIDE], new float[SIDE][SIDE]);
        }

        void set(Block other, Block factor) {
            for (int r = 0; r < SIDE; r++) {
                System.arraycopy(other.re[r], 0, re[r], 0, SIDE);
                System.arraycopy(other.im[r], 0, im[r], 0, SIDE);
                RowFft.multiply(re[r], im[r], factor.re[r], factor.im[r]);
            }
        }
    }

    /** Where a sum stands out: the offset of the signs at the first sample, and its distance from the mean in standard deviations. */
    record Peak(int offset, double height) {}

    OffsetSearch(float[] signs) {
        for (int from = 0; from < PERIOD; from += USEFUL) {
            var block = Block.empty();
            for (int i = 0; i < SIZE; i++) block.re[i / SIDE][i % SIDE] = signs[(from + i) % PERIOD] / SIZE;
            fft.forward(block.re, block.im);
            blocks.add(block);
        }
    }

    /** The {@code count} highest peaks for every tempo (signs per sample). */
    List<List<Peak>> peaks(float[] sound, double[] tempos, int count) {
        double mean = 1e-30;
        for (var v : sound) mean += v * (double) v * FRAME / sound.length;
        var frames = strong(sound, mean);
        var sums = new float[tempos.length][PERIOD];
        var heights = new float[2][PERIOD];
        var moved = new float[PERIOD];
        for (int f = 0; f < frames.length; f += 2) {
            int[] pair = {frames[f], frames[Math.min(f + 1, frames.length - 1)]};
            correlate(sound, pair, (float) (1 / Math.sqrt(mean)), heights);
            for (int t = 0; t < tempos.length; t++) {
                add(heights[0], Math.round(pair[0] * tempos[t]), moved, sums[t]);
                if (pair[1] > pair[0]) add(heights[1], Math.round(pair[1] * tempos[t]), moved, sums[t]);
            }
        }
        var all = new ArrayList<List<Peak>>();
        for (var sum : sums) all.add(highest(sum, count));
        return all;
    }

    /** Where the frames begin that are not much weaker than the mean: the others would add next to nothing. */
    private static int[] strong(float[] sound, double mean) {
        return IntStream.range(0, sound.length / FRAME).map(j -> j * FRAME).filter(from -> {
            double energy = 0;
            for (int i = 0; i < FRAME; i++) energy += sound[from + i] * (double) sound[from + i];
            return energy > mean / 4;
        }).toArray();
    }

    /** The frames that begin at the two places, with one transform: the second is the imaginary part. */
    private void correlate(float[] sound, int[] pair, float scale, float[][] heights) {
        var frame = Block.empty();
        var work = Block.empty();
        for (int i = 0; i < FRAME; i++) {
            // Backwards: the convolution with it is the correlation.
            int n = FRAME - 1 - i;
            frame.re[n / SIDE][n % SIDE] = sound[pair[0] + i] * scale;
            frame.im[n / SIDE][n % SIDE] = sound[pair[1] + i] * scale;
        }
        fft.forward(frame.re, frame.im);
        for (int b = 0; b < blocks.size(); b++) {
            work.set(frame, blocks.get(b));
            fft.forward(work.im, work.re);
            copy(work.re, heights[0], b * USEFUL);
            copy(work.im, heights[1], b * USEFUL);
        }
        for (var h : heights) fourthPower(h);
    }

    private static void copy(float[][] rows, float[] to, int offset) {
        for (int r = (FRAME - 1) / SIDE; r < SIDE; r++) {
            int first = Math.max(0, FRAME - 1 - r * SIDE);
            int at = offset + r * SIDE + first - (FRAME - 1);
            int n = Math.min(SIDE - first, to.length - at);
            if (n > 0) System.arraycopy(rows[r], first, to, at, n);
        }
    }

    private static void fourthPower(float[] h) {
        for (int i = 0; i < h.length; i++) {
            float positive = Math.max(h[i], 0);
            float square = positive * positive;
            h[i] = square * square;
        }
    }

    private static void add(float[] heights, long moved, float[] work, float[] sum) {
        int by = (int) (moved % PERIOD);
        System.arraycopy(heights, by, work, 0, PERIOD - by);
        System.arraycopy(heights, 0, work, PERIOD - by, by);
        for (int i = 0; i < PERIOD; i++) sum[i] += work[i];
    }

    private static List<Peak> highest(float[] sum, int count) {
        var wide = widened(sum);
        double mean = 0;
        for (var v : wide) mean += v / PERIOD;
        double square = 0;
        for (var v : wide) square += (v - mean) * (v - mean) / PERIOD;
        var peaks = new ArrayList<Peak>();
        for (int from = 0; from < PERIOD; from += 2 * SLACK) {
            int best = from;
            for (int i = from; i < Math.min(PERIOD, from + 2 * SLACK); i++) if (wide[i] > wide[best]) best = i;
            peaks.add(new Peak(best, (wide[best] - mean) / Math.sqrt(square + 1e-30)));
        }
        peaks.sort(Comparator.comparingDouble(p -> -p.height));
        return peaks.subList(0, count);
    }

    /** The sum over SLACK on either side. */
    private static double[] widened(float[] sum) {
        var out = new double[PERIOD];
        double run = 0;
        for (int i = -SLACK; i <= SLACK; i++) run += sum[Math.floorMod(i, PERIOD)];
        for (int i = 0; i < PERIOD; i++) {
            out[i] = run;
            run += sum[(i + SLACK + 1) % PERIOD] - (double) sum[Math.floorMod(i - SLACK, PERIOD)];
        }
        return out;
    }
}
