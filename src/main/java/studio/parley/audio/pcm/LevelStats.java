package studio.parley.audio.pcm;

/**
 * The level of audio, over all channels.
 *
 * @param peak largest absolute value
 * @param rms root of the mean square
 * @param dc mean of the channel with the largest offset, with its sign
 * @param clipped samples in runs of three or more at full scale (within 0.1 %), which a recorder clipped
 */
public record LevelStats(double peak, double rms, double dc, int clipped) {
    public static LevelStats of(Pcm pcm) {
        double peak = 0;
        double square = 0;
        double dc = 0;
        int clipped = 0;
        for (int c = 0; c < pcm.channels(); c++) {
            double sum = 0;
            for (var v : pcm.raw(c)) {
                peak = Math.max(peak, Math.abs(v));
                square += v * (double) v;
                sum += v;
            }
            double mean = pcm.frames() == 0 ? 0 : sum / pcm.frames();
            if (Math.abs(mean) > Math.abs(dc)) dc = mean;
            clipped += clipped(pcm.raw(c));
        }
        long count = (long) pcm.frames() * pcm.channels();
        return new LevelStats(peak, count == 0 ? 0 : Math.sqrt(square / count), dc, clipped);
    }

    private static int clipped(float[] x) {
        int found = 0;
        int run = 0;
        for (int i = 0; i <= x.length; i++) {
            boolean full = i < x.length && Math.abs(x[i]) >= 0.999f && (run == 0 || x[i] == x[i - 1]);
            if (full) {
                run++;
                continue;
            }
            if (run >= 3) found += run;
            run = i < x.length && Math.abs(x[i]) >= 0.999f ? 1 : 0;
        }
        return found;
    }

    /** In dB relative to full scale; silence is -infinity. */
    public double peakDb() {
        return decibels(peak);
    }

    public double rmsDb() {
        return decibels(rms);
    }

    /** 20 log10. */
    public static double decibels(double amplitude) {
        return 20 * Math.log10(amplitude);
    }

    /** The amplitude for a level in decibels. */
    public static double amplitude(double decibels) {
        return Math.pow(10, decibels / 20);
    }
}
