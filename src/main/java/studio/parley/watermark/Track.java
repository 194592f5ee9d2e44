package studio.parley.watermark;

/**
 * The fine half of resynchronisation: the evidence that the signs go through a sound near one line, offset = {@code start + tempo * i},
 * in pieces that each are off by at most {@link #SLACK} samples. A hidden Markov model over that deviation: from frame to frame the piece
 * continues, or with probability {@link #NEW_PIECE} a new one begins anywhere within the slack.
 *
 * <p>For one sequence of deviations the likelihood ratio is exp(sum of a c - a^2 / 2), where c is a frame's correlation with the signs
 * there, of variance 1, and a the expected one. For any fixed sound and random signs its mean is at most 1, as long as its frames use
 * different signs (otherwise see {@link #repetition}); the mean over all sequences, which the model's forward pass computes, therefore
 * too. So evidence above x has a probability of at most 1 / x (Markov's inequality).
 */
final class Track {
    /** 20 ms. */
    static final int FRAME = 480;
    private static final int SLACK = 300;
    private static final int STATES = 2 * SLACK + 1;
    private static final double NEW_PIECE = 0.14;
    /** The expected correlation of a frame of average strength: weak, so that weak watermarks are found and strong ones anyway. */
    private static final double EXPECTED = 1;
    /** 3 s. */
    private static final int BLOCK = 150;
    private static final double WHOLE = 0.9;

    private final float[] sound;
    private final float[] signs;
    private final long[] line;
    /** The likelihood ratio of every frame and deviation. */
    private final float[][] ratios;

    Track(float[] sound, float[] signs, double start, double tempo) {
        this.sound = sound;
        this.signs = signs;
        int frames = sound.length / FRAME;
        line = new long[frames + 1];
        for (int j = 0; j <= frames; j++) line[j] = (long) Math.rint(start + tempo * FRAME * j);
        ratios = new float[frames][STATES];
        double mean = 1e-30;
        for (int i = 0; i < frames * FRAME; i++) mean += sound[i] * (double) sound[i] / frames;
        for (int j = 0; j < frames; j++) weigh(j, mean);
    }

    private void weigh(int j, double mean) {
        var c = ratios[j];
        var near = new float[FRAME + STATES];
        var there = new float[STATES];
        for (int i = 0; i < near.length; i++) near[i] = signs[(int) Math.floorMod(line[j] - SLACK + i, (long) signs.length)];
        double energy = 0;
        for (int i = 0; i < FRAME; i++) {
            float v = sound[j * FRAME + i];
            energy += v * (double) v;
            // A copy with the same index: otherwise the loop would not be vectorised.
            System.arraycopy(near, i, there, 0, STATES);
            for (int d = 0; d < STATES; d++) c[d] += v * there[d];
        }
        double scale = EXPECTED / Math.sqrt(mean);
        double half = EXPECTED * EXPECTED * energy / mean / 2;
        for (int d = 0; d < STATES; d++) c[d] = (float) Math.exp(Math.min(60, c[d] * scale - half));
    }

    /**
     * The logarithm of the mean likelihood ratio: of all frames, with a weight of {@link #WHOLE}, and of every range of blocks, because the
     * watermark may begin or end within the sound.
     */
    double logEvidence() {
        double whole = 0;
        double parts = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int from = 0; from < ratios.length; from += BLOCK) {
            var belief = uniform();
            double log = 0;
            for (int j = from; j < ratios.length; j++) {
                log += update(belief, j);
                belief = next(belief, j);
                boolean last = j + 1 == ratios.length;
                if (last && from == 0) whole = log;
                else if (last || (j + 1) % BLOCK == 0) {
                    parts = Resynchronisation.logOfSum(parts, log);
                    count++;
                }
            }
        }
        return count == 0 ? whole : Resynchronisation.logOfSum(Math.log(WHOLE) + whole, Math.log((1 - WHOLE) / count) + parts);
    }

    /**
     * How much the signs of the most likely sequence are used more than once by similar sound: the variance of its sum over the variance
     * if all frames used different signs. About 1 for speech; higher for a loop or a hum, whose evidence is worth less by this factor.
     */
    double repetition() {
        var used = new double[signs.length];
        double separate = 1e-30;
        var belief = uniform();
        for (int j = 0; j < ratios.length; j++) {
            update(belief, j);
            int best = 0;
            for (int d = 1; d < STATES; d++) if (belief[d] > belief[best]) best = d;
            for (int i = 0; i < FRAME; i++) {
                float v = sound[j * FRAME + i];
                used[(int) Math.floorMod(line[j] + best - SLACK + i, (long) signs.length)] += v;
                separate += v * (double) v;
            }
            belief = next(belief, j);
        }
        double together = 0;
        for (var v : used) together += v * v;
        return Math.max(1, together / separate);
    }

    private static double[] uniform() {
        var belief = new double[STATES];
        java.util.Arrays.fill(belief, 1.0 / STATES);
        return belief;
    }

    private double update(double[] belief, int j) {
        double sum = 0;
        for (int d = 0; d < STATES; d++) {
            belief[d] *= ratios[j][d];
            sum += belief[d];
        }
        for (int d = 0; d < STATES; d++) belief[d] /= sum;
        return Math.log(sum);
    }

    /** What leaves the slack, and a share of the rest, begins anew anywhere. */
    private double[] next(double[] belief, int j) {
        // A piece that continues advances by a frame, the line perhaps by less or more.
        int drift = FRAME - (int) (line[j + 1] - line[j]);
        var next = new double[STATES];
        double kept = 0;
        for (int d = Math.max(0, drift); d < Math.min(STATES, STATES + drift); d++) {
            next[d] = (1 - NEW_PIECE) * belief[d - drift];
            kept += next[d];
        }
        for (int d = 0; d < STATES; d++) next[d] += (1 - kept) / STATES;
        return next;
    }
}
