package studio.parley.audio.loudness;

import java.util.Arrays;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;

/**
 * Loudness by ITU-R BS.1770-4 and EBU R 128, all in LUFS or LU; -infinity for silence and for what is too short to measure
 * (0.4 s; 3 s for short-term and range). One channel counts once, as in ffmpeg's ebur128 (no "dual mono").
 *
 * @param integrated  of the whole, gated
 * @param momentary   largest in 0.4 s
 * @param shortTerm   largest in 3 s
 * @param range       EBU Tech 3342, 0 when it cannot be measured
 * @param truePeakDb  of the signal at four times the rate, dBTP
 */
public record Loudness(double integrated, double momentary, double shortTerm, double range, double truePeakDb) {
    private static final double ABSOLUTE_GATE = -70;

    public static Loudness of(Pcm pcm) {
        return ofTenths(tenths(pcm), truePeakDb(pcm));
    }

    /** From the weighted energy of every whole 100 ms, all channels together. */
    static Loudness ofTenths(double[] tenths, double truePeakDb) {
        var blocks = windows(tenths, 4);
        var threes = windows(tenths, 30);
        return new Loudness(integrated(blocks), lufs(most(blocks)), lufs(most(threes)), range(threes), truePeakDb);
    }

    /** Only the integrated loudness, without the cost of the true peak. */
    public static double integratedOf(Pcm pcm) {
        return integrated(windows(tenths(pcm), 4));
    }

    /** The peak between the samples, from four times as many; in dB relative to full scale. */
    public static double truePeakDb(Pcm pcm) {
        return LevelStats.of(Resampler.resample(pcm, pcm.rate() * 4)).peakDb();
    }

    /** Weighted energy of every whole 100 ms, all channels together. */
    private static double[] tenths(Pcm pcm) {
        int step = Math.max(1, (int) Math.round(pcm.rate() / 10.0));
        var out = new double[pcm.frames() / step];
        for (int c = 0; c < pcm.channels(); c++) {
            // 5.1: the surround channels count 1.5 dB more, the low-frequency channel not at all.
            double weight = pcm.channels() == 6 ? new double[] {1, 1, 1, 0, 1.41, 1.41}[c] : 1;
            var filter = new KWeighting(pcm.rate());
            var x = pcm.raw(c);
            for (int i = 0; i < out.length * step; i++) {
                double y = filter.next(x[i]);
                out[i / step] += weight * y * y / step;
            }
        }
        return out;
    }

    /** Mean energy of every {@code count} tenths in a row. */
    private static double[] windows(double[] tenths, int count) {
        var out = new double[Math.max(0, tenths.length - count + 1)];
        for (int i = 0; i < out.length; i++) out[i] = Arrays.stream(tenths, i, i + count).sum() / count;
        return out;
    }

    private static double integrated(double[] blocks) {
        double gate = lufs(Arrays.stream(blocks).filter(e -> lufs(e) > ABSOLUTE_GATE).average().orElse(0)) - 10;
        return lufs(Arrays.stream(blocks).filter(e -> lufs(e) > ABSOLUTE_GATE && lufs(e) > gate).average().orElse(0));
    }

    private static double range(double[] threes) {
        double gate = lufs(Arrays.stream(threes).filter(e -> lufs(e) > ABSOLUTE_GATE).average().orElse(0)) - 20;
        var kept = Arrays.stream(threes).map(Loudness::lufs).filter(l -> l > ABSOLUTE_GATE && l > gate).sorted().toArray();
        if (kept.length == 0) return 0;
        return kept[(int) Math.round((kept.length - 1) * 0.95)] - kept[(int) Math.round((kept.length - 1) * 0.10)];
    }

    private static double most(double[] energies) {
        return Arrays.stream(energies).max().orElse(0);
    }

    static double lufs(double energy) {
        return -0.691 + 10 * Math.log10(energy);
    }
}
